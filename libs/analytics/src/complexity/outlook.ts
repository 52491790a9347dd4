import type { Advantages } from './advantages.js';
import { rowSums } from './proximity.js';

export interface Outlook {
  /** r: the densities of the sectors that a region lacks, weighted by their complexity. */
  index: Float64Array;
  /** r x s: what a sector that the region lacks would open; 0 where it is strong already. */
  gain: Float64Array;
}

/**
 * What a region may become: the complexity outlook index and the outlook gain of each new sector.
 *
 * Source: Hausmann et al. (2014), The atlas of economic complexity, technical box 4.2, as the
 * Growth Lab's ecomplexity computes it: a sector's relations are weighted by the complexity of the
 * sector at their other end over that sector's sum of proximities.
 *
 * @param proximity s x s
 * @param densities r x s, of `relatednessDensity`
 * @param complexity s, of `economicComplexity`
 */
export function complexityOutlook(
  { starts, sectorsOf, regions, sectors }: Advantages,
  {
    proximity,
    densities,
    complexity,
  }: { proximity: Float64Array; densities: Float64Array; complexity: Float64Array },
): Outlook {
  const count = sectors.length;
  const totals = rowSums(proximity, count);
  const index = new Float64Array(regions.length);
  const gain = new Float64Array(regions.length * count);
  const lacks = new Uint8Array(count);
  for (let region = 0; region < regions.length; region++) {
    lacks.fill(1);
    for (let i = starts[region]!; i < starts[region + 1]!; i++) lacks[sectorsOf[i]!] = 0;
    for (let p = 0; p < count; p++) {
      if (lacks[p] === 0) continue;
      index[region]! += densities[region * count + p]! * complexity[p]!;
      let sum = 0;
      for (let q = 0; q < count; q++) {
        if (lacks[q] === 1) sum += (proximity[p * count + q]! * complexity[q]!) / totals[q]!;
      }
      gain[region * count + p] = sum;
    }
  }
  return { index, gain };
}
