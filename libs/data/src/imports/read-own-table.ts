import { openInput } from './input-file.js';
import { readTable } from './table-reader.js';

/** A row of a person's own table. */
export interface TableRow {
  /** Of the data rows, from 1. */
  row: number;
  /** In the file; the header is line 1. */
  line: number;
  fields: readonly string[];
}

/**
 * Reads a delimited file, plain, .gz or .zip, row by row; blank lines are no rows.
 *
 * @param open looks at the header and says what to do with each row
 * @returns how many rows there are
 * @throws {Error} if the file holds nothing, a second table, or a row that does not fit the header
 */
export async function readOwnTable(
  path: string,
  open: (header: readonly string[]) => (row: TableRow) => void,
): Promise<number> {
  let rows = 0;
  let isFirst = true;
  for await (const input of openInput(path, () => undefined)) {
    if (!isFirst) throw new Error(`${path} holds more than one table`);
    isFirst = false;
    const { name, first: header, records } = await readTable(input);
    const take = open(header);
    for await (const batch of records) {
      for (const record of batch) {
        rows++;
        const where = () => `${name}, row ${rows} (line ${record.row})`;
        if (record.fields === null) throw new Error(`${where()}: ${record.reason}`);
        const { row: line, fields } = record;
        if (fields.length !== header.length) {
          throw new Error(`${where()} has ${fields.length} fields, the header ${header.length}`);
        }
        take({ row: rows, line, fields });
      }
    }
  }
  if (isFirst) throw new Error(`${path} holds no table`);
  return rows;
}
