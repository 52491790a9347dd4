import type { AreaMeasure } from '../location-state/area-choices.js';
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
