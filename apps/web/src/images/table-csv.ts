import { csvLine } from '@cluster-atlas/contract';

type Cell = string | number | null;

/** Records as CSV: a column for each of the keys, named like it. */
export function tableCsv<Key extends string>(
  records: readonly Readonly<Record<Key, Cell>>[],
  keys: readonly Key[],
): string {
  const lines = records.map((record) => csvLine(keys.map((key) => record[key])));
  return csvLine(keys) + lines.join('');
}
