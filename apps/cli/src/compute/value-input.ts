import { readNeighbourhood, type Neighbourhood } from './neighbourhood-input.js';
import type { NeighbourOptions } from './neighbour-options.js';
import { numberColumn, textColumn } from './table-columns.js';

interface ValueColumns {
  value: string;
  /** A second variable. */
  with?: string;
}

export interface Values extends Neighbourhood {
  /** In the order of the places. */
  values: { value: Float64Array; with: Float64Array | null };
}

/** Reads the values of rows and who is whose neighbour. */
export async function readValues(
  options: NeighbourOptions & ValueColumns,
  keepSelf = false,
): Promise<Values> {
  const value: number[] = [];
  const other: number[] = [];
  const found = await readNeighbourhood(
    options,
    (header) => {
      const readValue = numberColumn(header, options.value);
      const readOther = options.with === undefined ? null : numberColumn(header, options.with);
      return (row) => {
        value.push(readValue(row));
        if (readOther) other.push(readOther(row));
      };
    },
    keepSelf,
  );
  const placed = (column: number[]) => Float64Array.from(found.rows, (row) => column[row]!);
  return {
    ...found,
    values: { value: placed(value), with: options.with === undefined ? null : placed(other) },
  };
}

export interface Types extends Neighbourhood {
  /** In the order of the places: of which of the names each is. */
  types: Uint32Array;
  /** Ascending. */
  names: string[];
}

/** Reads the types of rows and who is whose neighbour. */
export async function readTypes(options: NeighbourOptions & { type: string }): Promise<Types> {
  const texts: string[] = [];
  const found = await readNeighbourhood(options, (header) => {
    const readType = textColumn(header, options.type);
    return (row) => texts.push(readType(row));
  });
  const names = [...new Set(texts)].sort();
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    ...found,
    names,
    types: Uint32Array.from(found.rows, (row) => numbers.get(texts[row]!)!),
  };
}
