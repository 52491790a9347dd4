import { DelimitedParser, guessDelimiter, type ParsedRecord } from '@cluster-atlas/contract';
import { pointTable } from './geojson-points.js';
import type { InputText } from './input-file.js';

/** A delimited text as its first record and the records after it. */
export interface Table {
  name: string;
  /** The header, trimmed and without a byte-order mark; or, in files that have none, the first row. */
  first: string[];
  records: AsyncIterable<ParsedRecord[]>;
}

/**
 * Reads CSV and its like, or GeoJSON points as a table of their properties.
 *
 * @throws {Error} if the text holds nothing
 */
export async function readTable({ name, pieces }: InputText): Promise<Table> {
  const iterator = pieces[Symbol.asyncIterator]();
  let head = '';
  while (!head.includes('\n')) {
    const next = await iterator.next();
    if (next.done) break;
    head += next.value;
  }
  head = head.replace(/^\uFEFF/, '');
  if (!head.trim()) throw new Error(`${name} is empty`);
  if (/^\s*\{/.test(head)) return pointTable(name, await readWhole(head, iterator));

  const parser = new DelimitedParser(guessDelimiter(head.slice(0, head.indexOf('\n') >>> 0)));
  const records = parser.push(head);
  if (records.length === 0) records.push(...parser.end());
  const first = records.shift();
  if (!first?.fields) throw new Error(`${name} does not start with a readable row`);
  return {
    name,
    first: first.fields.map((field) => field.trim()),
    records: restOf(records, parser, iterator),
  };
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
