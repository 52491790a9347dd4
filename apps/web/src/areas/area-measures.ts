import type { AreaMeasures } from '@cluster-atlas/contract';
import type { AreaColumn, AreaMeasure } from '../location-state/area-choices.js';
import { DASH, formatCount, formatDensity, formatShare } from '../strings/figures.js';

/** A measure as it is read. */
export function formatMeasure(
  measure: AreaMeasure | 'areaKm2' | 'all',
  value: number | null,
): string {
  if (value === null) return DASH;
  switch (measure) {
    case 'matching':
    case 'all':
    case 'jobs':
      return formatCount(value);
    case 'share':
    case 'growth':
      return formatShare(value);
    default:
      return formatDensity(value);
  }
}

/** In the order of a column; areas without a value last, equal ones by name. */
export function sortAreas(
  areas: readonly AreaMeasures[],
  { by, isAscending }: { by: AreaColumn; isAscending: boolean },
): AreaMeasures[] {
  const sign = isAscending ? 1 : -1;
  return [...areas].sort((a, b) => {
    const byName = a.name.localeCompare(b.name, 'en', { numeric: true });
    if (by === 'name') return sign * byName;
    const [first, second] = [a[by], b[by]];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || byName;
    }
    return sign * (first - second) || byName;
  });
}
