import { BUSINESS_COLUMNS, guessColumns } from '@cluster-atlas/contract';
import { openInput } from './input-file.js';
import { readRegisterRow, statedColumns } from './register-row-reader.js';
import type { RegisterRow } from './register-row.js';
import { readTable } from './table-reader.js';

/** The rows of a register's file as the importer reads them, without a database. */
export async function* readRegister(path: string): AsyncGenerator<RegisterRow> {
  for await (const input of openInput(path, () => undefined)) {
    const { name: file, first, records } = await readTable(input);
    const mapping = guessColumns(BUSINESS_COLUMNS, first);
    const rules = { mapping, stated: statedColumns(mapping), isRegister: true };
    for await (const page of records) {
      for (const { row, fields } of page) {
        if (fields) yield readRegisterRow({ file, row, fields }, rules);
      }
    }
  }
}
