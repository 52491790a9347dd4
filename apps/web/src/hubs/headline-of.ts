import type { HubDensity } from '@cluster-atlas/contract';
import type { TFunction } from 'i18next';
import { formatCount, formatDistance } from '../strings/figures.js';

/** How many of the selected are within the largest ring; undefined without rings. */
export function headlineOf({ rings }: HubDensity, t: TFunction): string | undefined {
  const largest = rings.at(-1);
  if (!largest) return undefined;
  const radius = formatDistance(largest.radius);
  if (largest.all === 0) return t('hub.noneAtAll', { radius });
  return t('hub.headline', {
    count: largest.count,
    formatted: formatCount(largest.count),
    radius,
  });
}
