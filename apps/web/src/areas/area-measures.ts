import type { AreaMeasure } from '../location-state/area-choices.js';
import { formatCount, formatDensity, formatShare } from '../strings/figures.js';

const DASH = '–';

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
