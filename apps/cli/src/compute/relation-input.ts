import { readOwnTable } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { textColumn, weightColumn } from './table-columns.js';

/** Amounts between two things, by name. */
export interface RelationInput {
  n: number;
  pairs: { from: string; to: string; value: number }[];
}

/** Reads a person's own table of pairs, in its order. */
export async function readRelations(
  input: string,
  columns: { source: string; target: string; value: string },
): Promise<RelationInput> {
  const pairs: RelationInput['pairs'] = [];
  const n = await readOwnTable(input, (names) => {
    const header = { file: basename(input), names };
    const readFrom = textColumn(header, columns.source);
    const readTo = textColumn(header, columns.target);
    const readValue = weightColumn(header, columns.value);
    return (row) => pairs.push({ from: readFrom(row), to: readTo(row), value: readValue(row) });
  });
  return { n, pairs };
}

/** Everything named in the pairs, in the order of characters. */
export function namesIn(pairs: RelationInput['pairs']): string[] {
  return [...new Set(pairs.flatMap(({ from, to }) => [from, to]))].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Adds the pairs up to a square matrix over the names; what is not among them is left out.
 *
 * @param symmetric each pair counts in both directions
 */
export function squareOf(
  pairs: RelationInput['pairs'],
  names: readonly string[],
  symmetric: boolean,
): Float64Array {
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const matrix = new Float64Array(names.length ** 2);
  for (const { from, to, value } of pairs) {
    const [i, j] = [placeOf.get(from), placeOf.get(to)];
    if (i === undefined || j === undefined) continue;
    matrix[i * names.length + j]! += value;
    if (symmetric && i !== j) matrix[j * names.length + i]! += value;
  }
  return matrix;
}
