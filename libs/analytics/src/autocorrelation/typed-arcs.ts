import { ExactSum } from '../summation/exact-sum.js';
import type { SpatialWeights } from '../weights/spatial-weights.js';

/** The weight of the arcs from each type to each: at `from * typeCount + to`. */
export function arcCounts(
  types: Uint32Array,
  typeCount: number,
  { starts, neighbours, values }: SpatialWeights,
): Float64Array {
  const sums = Array.from({ length: typeCount * typeCount }, () => new ExactSum());
  for (let i = 0; i < types.length; i++) {
    const row = types[i]! * typeCount;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      sums[row + types[neighbours[at]!]!]!.add(values[at]!);
    }
  }
  return Float64Array.from(sums, ({ value }) => value);
}

export function countTypes(types: Uint32Array, typeCount: number): Uint32Array {
  const counts = new Uint32Array(typeCount);
  for (let i = 0; i < types.length; i++) counts[types[i]!]!++;
  return counts;
}

/** @throws {RangeError} unless each place has a type below `typeCount` */
export function checkTypes(
  types: Uint32Array,
  typeCount: number,
  { starts }: SpatialWeights,
): void {
  if (types.length !== starts.length - 1) {
    throw new RangeError(`${types.length} types for ${starts.length - 1} places`);
  }
  const bad = types.find((type) => type >= typeCount);
  if (bad !== undefined) throw new RangeError(`Type ${bad} of ${typeCount}`);
}
