/** The header names known for each thing that a column may mean; small letters and digits only. */
type KnownHeaders<Column extends string> = Readonly<Record<Column, RegExp>>;

/** Which column of the file, from 0, holds what. */
export type ColumnMapping<Column extends string> = Partial<Record<Column, number>>;

/** Reads a row's fields by what they mean. */
export type ReadField<Column extends string> = (column: Column) => string | undefined;

export function fieldReader<Column extends string>(
  mapping: ColumnMapping<Column>,
  fields: readonly string[],
): ReadField<Column> {
  return (column) => {
    const index = mapping[column];
    return index === undefined ? undefined : fields[index];
  };
}

/** Recognises a table's columns by their headers, whatever their case, spaces and dots. */
export function guessColumns<Column extends string>(
  known: KnownHeaders<Column>,
  header: readonly string[],
): ColumnMapping<Column> {
  const plain = header.map(plainName);
  const mapping: ColumnMapping<Column> = {};
  for (const [column, pattern] of Object.entries(known) as [Column, RegExp][]) {
    const index = plain.findIndex((name) => pattern.test(name));
    if (index >= 0) mapping[column] = index;
  }
  return mapping;
}

/** The user's words on what columns mean: header names by meaning; an empty name means no column. */
export type ColumnNames<Column extends string> = Readonly<Partial<Record<Column, string>>>;

/**
 * Reads `name=Company,postcode=PC`.
 *
 * @throws {RangeError} if a part is no pair, or means nothing that is known
 */
export function parseColumnNames<Column extends string>(
  known: KnownHeaders<Column>,
  text: string,
): ColumnNames<Column> {
  const names: Partial<Record<Column, string>> = {};
  for (const part of text.split(',')) {
    const [meaning = '', ...header] = part.split('=');
    const column = meaning.trim();
    if (header.length === 0 || !Object.hasOwn(known, column)) {
      throw new RangeError(
        `“${part}” maps nothing: write meaning=Header, with a meaning of ${Object.keys(known).join(', ')}`,
      );
    }
    names[column as Column] = header.join('=').trim();
  }
  return names;
}

/**
 * The guessed columns, put right by what the user says.
 *
 * @throws {RangeError} if the file has no such column
 */
export function mapColumns<Column extends string>(
  known: KnownHeaders<Column>,
  header: readonly string[],
  { file, names }: { file: string; names: ColumnNames<Column> },
): ColumnMapping<Column> {
  const mapping = guessColumns(known, header);
  for (const [column, name] of Object.entries(names) as [Column, string][]) {
    delete mapping[column];
    if (name === '') continue;
    const exact = header.indexOf(name);
    const index = exact >= 0 ? exact : header.map(plainName).indexOf(plainName(name));
    if (index < 0) throw new RangeError(`${file} has no column “${name}” (${header.join(', ')})`);
    mapping[column] = index;
  }
  return mapping;
}

/** A mapping in the words of the file, as people check it. */
export interface ShownMapping {
  mapping: Record<string, string>;
  unmapped: string[];
}

export function showMapping(
  header: readonly string[],
  mapping: Readonly<Partial<Record<string, number>>>,
): ShownMapping {
  const shown: Record<string, string> = {};
  for (const [column, index] of Object.entries(mapping)) {
    if (index !== undefined) shown[column] = header[index]!;
  }
  const used = new Set(Object.values(mapping));
  return { mapping: shown, unmapped: header.filter((_, index) => !used.has(index)) };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
