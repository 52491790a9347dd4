import { cellAt, locationQuotients } from '@cluster-atlas/analytics';
import type { ComplexityFound } from './compute-complexity.js';
import type { RegionSectorInput } from './region-sector-input.js';

export const COMPLEXITY_HEADER = [
  ...['region', 'sector', 'rca', 'advantage', 'density'],
  ...['region_complexity', 'sector_complexity', 'outlook_gain'],
];

/** A line for each row of the input; empty where a region or sector has no advantage at all. */
export function* complexityRows(
  { rows, regionNames, sectorNames }: RegionSectorInput,
  { table, advantages, complexity, densities, gain }: ComplexityFound,
): Generator<(string | number | null)[]> {
  const quotients = locationQuotients(table);
  const placeOfRegion = placesOf(advantages.regions);
  const placeOfSector = placesOf(advantages.sectors);
  const { starts, sectorsOf } = advantages;
  for (let row = 0; row < rows.regionOf.length; row++) {
    const region = rows.regionOf[row]!;
    const sector = rows.sectorOf[row]!;
    const i = placeOfRegion.get(region);
    const p = placeOfSector.get(sector);
    const names = [regionNames[region]!, sectorNames[sector]!];
    const isEmpty = table.regionTotals[region] === 0 || table.sectorTotals[sector] === 0;
    const cell = cellAt(table, region, sector);
    const rca = isEmpty ? null : cell < 0 ? 0 : quotients[cell]!;
    if (i === undefined || p === undefined) {
      yield [...names, rca, 0, null, null, null, null];
      continue;
    }
    const at = i * advantages.sectors.length + p;
    const density = densities[at]!;
    yield [
      ...names,
      ...[rca, Number(sectorsOf.subarray(starts[i], starts[i + 1]).includes(p))],
      Number.isNaN(density) ? null : density,
      ...[complexity?.regions[i] ?? null, complexity?.sectors[p] ?? null, gain?.[at] ?? null],
    ];
  }
}

function placesOf(numbers: Uint32Array): Map<number, number> {
  return new Map(Array.from(numbers, (number, place) => [number, place]));
}
