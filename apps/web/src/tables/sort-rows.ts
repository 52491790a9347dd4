import type { Sort } from '../location-state/table-sort.js';

/** A name, and figures or texts; null where there is none. */
export type SortableRow<Column extends string> = { name: string } & Readonly<
  Record<Exclude<Column, 'name'>, number | string | null>
>;

/** In the order of a column; rows where it is empty last, equal ones by name. */
export function sortRows<Column extends string, Row extends SortableRow<Column>>(
  rows: readonly Row[],
  { by, isAscending }: Sort<Column>,
): Row[] {
  const sign = isAscending ? 1 : -1;
  return [...rows].sort((a, b) => {
    const byName = compare(a.name, b.name);
    if (by === 'name') return sign * byName;
    const column = by as Exclude<Column, 'name'>;
    const [first, second] = [a[column], b[column]];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || byName;
    }
    return sign * compare(first, second) || byName;
  });
}

function compare(first: number | string, second: number | string): number {
  if (typeof first === 'number' && typeof second === 'number') return first - second;
  return String(first).localeCompare(String(second), 'en', { numeric: true });
}
