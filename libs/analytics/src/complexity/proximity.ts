import type { Advantages } from './advantages.js';

/**
 * How likely a region that is strong in one sector is strong in another: the smaller of the two
 * conditional probabilities. 1 on the diagonal.
 *
 * Cost: the sum of the squares of the regions' diversities.
 *
 * Source: Hidalgo, Klinger, Barabási and Hausmann (2007), The product space conditions the
 * development of nations, Science 317, 482-487.
 *
 * @returns s x s, symmetric
 */
export function proximities({ starts, sectorsOf, ubiquity }: Advantages): Float64Array {
  const sectors = ubiquity.length;
  const shared = new Float64Array(sectors * sectors);
  for (let region = 0; region + 1 < starts.length; region++) {
    for (let i = starts[region]!; i < starts[region + 1]!; i++) {
      const row = sectorsOf[i]! * sectors;
      for (let j = starts[region]!; j < starts[region + 1]!; j++) shared[row + sectorsOf[j]!]!++;
    }
  }
  for (let p = 0; p < sectors; p++) {
    for (let q = 0; q < sectors; q++) {
      shared[p * sectors + q]! /= Math.max(ubiquity[p]!, ubiquity[q]!);
    }
  }
  return shared;
}

/** Without the relation of each sector to itself, as Hidalgo et al. (2007) drew it. */
export function withoutSelf(relations: Float64Array, sectors: number): Float64Array {
  const others = relations.slice();
  for (let p = 0; p < sectors; p++) others[p * sectors + p] = 0;
  return others;
}

/**
 * The share of a sector's relations that lead to sectors in which the region is strong: how close
 * the region is to it.
 *
 * Source: Hidalgo et al. (2007), eq. 3.
 *
 * @param relations s x s, not negative, such as `proximities`
 * @returns r x s; NaN for a sector without relations, which is to be told as null
 */
export function relatednessDensity(
  { starts, sectorsOf, sectors, regions }: Advantages,
  relations: Float64Array,
): Float64Array {
  const count = sectors.length;
  const totals = rowSums(relations, count);
  const densities = new Float64Array(regions.length * count);
  for (let region = 0; region < regions.length; region++) {
    for (let p = 0; p < count; p++) {
      let sum = 0;
      for (let i = starts[region]!; i < starts[region + 1]!; i++) {
        sum += relations[p * count + sectorsOf[i]!]!;
      }
      densities[region * count + p] = sum / totals[p]!;
    }
  }
  return densities;
}

/** @returns s */
export function rowSums(relations: Float64Array, sectors: number): Float64Array {
  const sums = new Float64Array(sectors);
  for (let p = 0; p < sectors; p++) {
    for (let q = 0; q < sectors; q++) sums[p]! += relations[p * sectors + q]!;
  }
  return sums;
}
