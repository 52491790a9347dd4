import { DelimitedParser, guessDelimiter, type ParsedRecord } from '@cluster-atlas/contract';
import { pointTable } from './geojson-points.js';
import type { InputText } from './input-file.js';

/** A delimited text as its first record and the records after it. */
export interface Table {
  name: string;
  /** The header, trimmed and without a byte-order mark; or, in files that have none, the first row. */
  first: string[];
  /** Of the lines above the header, where it was looked for. */
  titles: string[][];
  records: AsyncIterable<ParsedRecord[]>;
}

/** Tells a header from the title lines that some publishers put above it. */
export type IsHeader = (fields: readonly string[]) => boolean;

/** A header below them is not looked for. */
const MOST_TITLES = 50;

/**
 * Reads CSV and its like, or GeoJSON points as a table of their properties.
 *
 * @param isHeader where given, the header is the first line that it takes for one, if there is any
 * @throws {Error} if the text holds nothing
 */
export async function readTable({ name, pieces }: InputText, isHeader?: IsHeader): Promise<Table> {
  const iterator = pieces[Symbol.asyncIterator]();
  let head = (await readLines('', iterator, 1)).replace(/^\uFEFF/, '');
  if (!head.trim()) throw new Error(`${name} is empty`);
  if (/^\s*\{/.test(head)) return pointTable(name, await readWhole(head, iterator));

  let titles: string[][] = [];
  if (isHeader) {
    head = await readLines(head, iterator, MOST_TITLES + 1);
    const lines = head.split('\n', MOST_TITLES + 1);
    const above = Math.max(
      0,
      lines.findIndex((line) => isHeader(fieldsOf(line))),
    );
    titles = lines.slice(0, above).map(fieldsOf);
    head = head.slice(lines.slice(0, above).join('\n').length + Number(above > 0));
  }
  const delimiter = guessDelimiter(head.slice(0, head.indexOf('\n') >>> 0));
  const parser = new DelimitedParser(delimiter, titles.length + 1);
  const records = parser.push(head);
  if (records.length === 0) records.push(...parser.end());
  const first = records.shift();
  if (!first?.fields) throw new Error(`${name} does not start with a readable row`);
  return {
    name,
    first: first.fields.map((field) => field.trim()),
    titles,
    records: restOf(records, parser, iterator),
  };
}

/** Goes on reading until the text has so many lines. */
async function readLines(
  head: string,
  iterator: AsyncIterator<string>,
  lines: number,
): Promise<string> {
  let text = head;
  while (text.split('\n', lines + 1).length <= lines) {
    const next = await iterator.next();
    if (next.done) break;
    text += next.value;
  }
  return text;
}

function fieldsOf(line: string): string[] {
  const parser = new DelimitedParser(guessDelimiter(line));
  const [record] = [...parser.push(line), ...parser.end()];
  return (record?.fields ?? []).map((field) => field.trim());
}

async function readWhole(head: string, pieces: AsyncIterator<string>): Promise<string> {
  const texts = [head];
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    texts.push(next.value);
  }
  return texts.join('');
}

async function* restOf(
  records: ParsedRecord[],
  parser: DelimitedParser,
  pieces: AsyncIterator<string>,
): AsyncGenerator<ParsedRecord[]> {
  yield records;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    yield parser.push(next.value);
  }
  yield parser.end();
}
