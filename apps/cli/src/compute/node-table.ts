import { readOwnTable } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { textColumn, whereIs, type TableHeader } from './table-columns.js';

/** A table with a line for each node, and what is read of each line. */
export interface NodeTable<Value> {
  names: string[];
  values: Map<string, Value>;
}

/**
 * @param open looks at the header, and says what to read of each row
 * @throws {Error} naming the row that names a node again, or that cannot be used
 */
export async function readNodeTable<Value>(
  input: string,
  column: string,
  open: (header: TableHeader) => (row: Parameters<ReturnType<typeof textColumn>>[0]) => Value,
): Promise<NodeTable<Value>> {
  const names: string[] = [];
  const values = new Map<string, Value>();
  await readOwnTable(input, (columns) => {
    const header = { file: basename(input), names: columns };
    const readName = textColumn(header, column);
    const readValue = open(header);
    return (row) => {
      const name = readName(row);
      if (values.has(name)) throw new Error(`${whereIs(header, row)}: ${name} is there already`);
      names.push(name);
      values.set(name, readValue(row));
    };
  });
  return { names, values };
}

/** Numbers of words, from 0 in the order of the words. */
export function numberWords(words: readonly string[]): { labels: Int32Array; words: string[] } {
  const distinct = [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(distinct.map((word, number) => [word, number]));
  return { labels: Int32Array.from(words, (word) => numbers.get(word)!), words: distinct };
}
