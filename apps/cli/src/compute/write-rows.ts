import { csvLine } from '@cluster-atlas/contract';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

type Row = readonly (string | number | null)[];

/** Characters that are written at once. */
const PAGE = 1 << 16;

/** Writes a CSV file; null is an empty cell. */
export async function writeRows(
  file: string,
  header: readonly string[],
  rows: Iterable<Row>,
): Promise<void> {
  await pipeline(Readable.from(pages(header, rows)), createWriteStream(file));
}

function* pages(header: readonly string[], rows: Iterable<Row>): Generator<string> {
  let page = csvLine(header);
  for (const row of rows) {
    page += csvLine(row);
    if (page.length < PAGE) continue;
    yield page;
    page = '';
  }
  yield page;
}
