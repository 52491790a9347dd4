import type { LocationColumns } from './point-columns.js';

/** Whether location i of a list is at the same exact place on the grid as one before it. */
export function isAtPlaceBefore(
  { eastings, northings }: LocationColumns,
  locations: Int32Array,
  i: number,
): boolean {
  const at = locations[i]!;
  for (let j = 0; j < i; j++) {
    const other = locations[j]!;
    if (eastings[other] === eastings[at] && northings[other] === northings[at]) return true;
  }
  return false;
}
