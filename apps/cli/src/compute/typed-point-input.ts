import { readPoints, type PointColumnOptions, type PointInput } from './point-input.js';
import { textColumn } from './table-columns.js';

export interface TypedPointOptions extends PointColumnOptions {
  /** The column. */
  type: string;
}

export interface TypedPointInput extends PointInput {
  /** n numbers of kinds, in the order in which the kinds first occur. */
  types: number[];
  /** @throws {Error} if no row has it */
  numberOf: (value: string) => number;
}

/** Places, weights, and the kind of each row. */
export async function readTypedPoints(options: TypedPointOptions): Promise<TypedPointInput> {
  const numbers = new Map<string, number>();
  const types: number[] = [];
  const points = await readPoints(options, (header) => {
    const read = textColumn(header, options.type);
    return (row) => {
      const value = read(row);
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      types.push(numbers.get(value)!);
    };
  });
  const numberOf = (value: string) => {
    const number = numbers.get(value);
    if (number !== undefined) return number;
    const some = [...numbers.keys()].slice(0, 10).join(', ');
    throw new Error(`Column ${options.type} has no “${value}” (but ${some})`);
  };
  return { ...points, types, numberOf };
}
