import type { AreaDivision } from '@cluster-atlas/contract';
import { textTable } from '../output.js';

const MOST_LINES = 15;

/** The largest sectors of an area, by businesses or jobs. */
export function sectorTable(unit: string, sectors: readonly AreaDivision[]): string {
  return textTable(
    ['sector', unit, 'LQ', 'low', 'high', 'shrunk', 'growth %', 'quadrant', 'tier'],
    sectors
      .slice(0, MOST_LINES)
      .map(({ code, title, count, lq, low, high, shrunkLq, growth, quadrant, tier }) => [
        `${code} ${title.slice(0, 50)}`,
        count,
        lq,
        low,
        high,
        shrunkLq,
        percent(growth),
        quadrant ?? '–',
        tier ?? '–',
      ]),
  );
}

export function percent(growth: number | null): number | null {
  return growth === null ? null : 100 * growth;
}
