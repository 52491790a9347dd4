import type { TableRow } from '@cluster-atlas/data';

/** The header of a person's own table, and the name of its file for messages. */
export interface TableHeader {
  file: string;
  names: readonly string[];
}

/** @throws {Error} if the file has no such column; the reader, naming the row, if a cell is no number */
export function numberColumn(header: TableHeader, name: string): (row: TableRow) => number {
  const index = columnIndex(header, name);
  return (row) => {
    const text = row.fields[index]!.trim();
    const number = Number(text);
    if (text === '' || !Number.isFinite(number)) {
      const column = header.names[index];
      throw new Error(`${whereIs(header, row)}: “${text}” in column ${column} is not a number`);
    }
    return number;
  };
}

/** As `numberColumn`; the reader also throws at a negative number. */
export function weightColumn(header: TableHeader, name: string): (row: TableRow) => number {
  const read = numberColumn(header, name);
  return (row) => {
    const weight = read(row);
    if (weight < 0) throw new Error(`${whereIs(header, row)}: the ${name} ${weight} is negative`);
    return weight;
  };
}

/** @throws {Error} if the file has no such column; the reader, naming the row, if a cell is empty */
export function textColumn(header: TableHeader, name: string): (row: TableRow) => string {
  const index = columnIndex(header, name);
  return (row) => {
    const text = row.fields[index]!.trim();
    if (text === '') {
      throw new Error(`${whereIs(header, row)}: column ${header.names[index]} is empty`);
    }
    return text;
  };
}

/** As `textColumn`, but a cell may be empty. */
export function optionalTextColumn(header: TableHeader, name: string): (row: TableRow) => string {
  const index = columnIndex(header, name);
  return (row) => row.fields[index]!.trim();
}

export function whereIs({ file }: TableHeader, { row, line }: TableRow): string {
  return `${file}, row ${row} (line ${line})`;
}

/** The column of exactly this name, else of this name in other letters. */
function columnIndex({ file, names }: TableHeader, name: string): number {
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const index = names.findIndex((other) => other.toLowerCase() === name.toLowerCase());
  if (index < 0) throw new Error(`${file} has no column “${name}” (${names.join(', ')})`);
  return index;
}
