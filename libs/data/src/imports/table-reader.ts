import { DelimitedParser, guessDelimiter, type ParsedRecord } from '@cluster-atlas/contract';
import { FirstLines } from './first-lines.js';
import { featureTable } from './geojson-table.js';
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

export interface TableRules {
  /** Where given, the header is the first line that it takes for one, if there is any. */
  isHeader?: IsHeader | undefined;
  /** GeoJSON may hold polygons too: their geometry is the column “boundary”. */
  takesPolygons?: boolean | undefined;
}

/** Tells a header from the title lines that some publishers put above it. */
type IsHeader = (fields: readonly string[]) => boolean;

/** A header below them is not looked for. */
const MOST_TITLES = 50;

/**
 * Reads CSV and its like, or GeoJSON points as a table of their properties.
 *
 * @throws {Error} if the text holds nothing, or begins with a line that is too long for a table
 */
export async function readTable(
  { name, pieces }: InputText,
  { isHeader, takesPolygons = false }: TableRules = {},
): Promise<Table> {
  const iterator = pieces[Symbol.asyncIterator]();
  const firstLines = new FirstLines(name, iterator);
  const beginning = await firstLines.readText();
  if (beginning.startsWith('{')) {
    return featureTable(name, await readWhole(firstLines.text, iterator), takesPolygons);
  }
  if (beginning === '') throw new Error(`${name} is empty`);
  let head = await firstLines.read(isHeader ? MOST_TITLES + 1 : 1);

  let titles: string[][] = [];
  if (isHeader) {
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
