import type { AreaTally, PlacedLayer } from './area-study.js';
import type { AreaCount } from './measure-areas.js';
import { measureSectors, type MeasuredSectors } from './sector-measures.js';

/** The divisions of an area's businesses, and how they changed beside everything loaded. */
export function measureDivisions(
  layer: PlacedLayer,
  { now, before }: AreaCount,
  area: number,
): MeasuredSectors {
  const areas = layer.areas.map((_, i) => divisionCounts(now, i));
  const values = new Uint32Array(areas.length * now.divisions.length);
  areas.forEach((counts, i) => values.set(counts, i * now.divisions.length));
  const amounts = {
    sectors: now.divisions.map(({ value, label }) => ({ code: value, title: label })),
    values,
    base: now.base.groups.subarray(1),
  };
  return measureSectors(amounts, {
    area,
    before: before && {
      region: divisionCounts(before, area),
      base: before.base.groups.subarray(1),
    },
    isLayer: layer.name !== null,
  });
}

/** By division, those without one left out. */
function divisionCounts({ groups, divisions }: AreaTally, area: number): Uint32Array {
  const width = divisions.length + 1;
  return groups.subarray(area * width + 1, (area + 1) * width);
}
