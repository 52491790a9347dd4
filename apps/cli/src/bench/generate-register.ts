import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** The header of the Companies House product, with its leading spaces; the rest is empty in the bench. */
const HEADER = [
  'CompanyName',
  ' CompanyNumber',
  'RegAddress.AddressLine1',
  'RegAddress.PostTown',
  'RegAddress.PostCode',
  'CompanyCategory',
  'CompanyStatus',
  'CountryOfOrigin',
  'DissolutionDate',
  'IncorporationDate',
  'SICCode.SicText_1',
  'SICCode.SicText_2',
];
const SECTORS = [
  '62012 - Business and domestic software development',
  '62020 - Information technology consultancy activities',
  '59111 - Motion picture production activities',
  '47110 - Retail sale in non-specialised stores',
  '41202 - Construction of domestic buildings',
  '56101 - Licensed restaurants',
  '68209 - Other letting',
  '96020 - Hairdressing and other beauty treatment',
  '70229 - Management consultancy activities',
  '86900 - Other human health activities',
];
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
const UNITS_PER_SECTOR = LETTERS.length ** 2;
const SECTORS_OF_POSTCODES = 50;

/** Lehmer's generator: the same rows on every machine. Source: Park and Miller (1988). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

/** 20,000 invented postcodes in the form of M1 0AA, around Manchester. */
function postcode(number: number): string {
  const sector = Math.floor(number / UNITS_PER_SECTOR);
  const unit = number % UNITS_PER_SECTOR;
  const letters = LETTERS[Math.floor(unit / LETTERS.length)]! + LETTERS[unit % LETTERS.length]!;
  return `M${1 + Math.floor(sector / 10)} ${sector % 10}${letters}`;
}

export async function generatePostcodes(folder: string): Promise<string> {
  const random = randomNumbers(7);
  const path = join(folder, 'postcodes.csv');
  const lines = ['Postcode,lat,long'];
  for (let number = 0; number < SECTORS_OF_POSTCODES * UNITS_PER_SECTOR; number++) {
    // the sum of three is denser in the middle, as a city is
    const [x, y] = [0, 0].map(() => (random(1000) + random(1000) + random(1000)) / 1500 - 1);
    lines.push(
      `${postcode(number)},${(53.48 + 0.15 * y!).toFixed(5)},${(-2.25 + 0.25 * x!).toFixed(5)}`,
    );
  }
  await write(
    path,
    lines.map((line) => `${line}\n`),
  );
  return path;
}

/** A register of invented companies, every field quoted as Companies House does. */
export async function generateRegister(folder: string, rows: number): Promise<string> {
  const path = join(folder, 'BasicCompanyData-2025-01-01-generated.csv');
  await write(path, registerLines(rows));
  return path;
}

function* registerLines(rows: number): Generator<string> {
  const random = randomNumbers(42);
  yield `${HEADER.join(',')}\n`;
  for (let row = 0; row < rows; row++) {
    const name = `${word(random)} ${word(random)} ${random(9999)} LIMITED`;
    const date = `${day(random(28))}/${day(random(12))}/${1980 + random(45)}`;
    const second = random(10) < 2 ? SECTORS[random(SECTORS.length)]! : '';
    const cells = [
      name,
      String(row + 1).padStart(8, '0'),
      `${1 + random(200)} ${word(random)} STREET`,
      'MANCHESTER',
      postcode(random(SECTORS_OF_POSTCODES * UNITS_PER_SECTOR)),
      'Private Limited Company',
      'Active',
      'United Kingdom',
      '',
      date,
      SECTORS[random(SECTORS.length)]!,
      second,
    ];
    yield `"${cells.join('","')}"\n`;
  }
}

function word(random: (below: number) => number): string {
  let text = '';
  for (let i = 4 + random(6); i > 0; i--) text += LETTERS[random(LETTERS.length)]!;
  return text;
}

function day(number: number): string {
  return String(number + 1).padStart(2, '0');
}

async function write(path: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(path, { highWaterMark: 1 << 20 });
  for (const line of lines) {
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}
