import type { Sort } from '../location-state/table-sort.js';

/** A name and figures; null where there is no figure. */
export type SortableRow<Column extends string> = { name: string } & Readonly<
  Record<Exclude<Column, 'name'>, number | null>
>;

/** In the order of a column; rows without a figure last, equal ones by name. */
export function sortRows<Column extends string, Row extends SortableRow<Column>>(
  rows: readonly Row[],
  { by, isAscending }: Sort<Column>,
): Row[] {
  const sign = isAscending ? 1 : -1;
  return [...rows].sort((a, b) => {
    const byName = a.name.localeCompare(b.name, 'en', { numeric: true });
    if (by === 'name') return sign * byName;
    const column = by as Exclude<Column, 'name'>;
    const [first, second] = [a[column], b[column]];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || byName;
    }
    return sign * (first - second) || byName;
  });
}
