import type { PointSelection, SelectedSites, SiteSubset } from '../pairs/site-subset.js';

/** What stands around the places of the references, and at them. */
interface Surroundings {
  /** For each place as many as there are radii: the weight of other places. */
  around: Float64Array;
  /** For each place: the weight there. */
  at: Float64Array;
  total: number;
  /** Whether the references are among them, so that each must not count itself. */
  includesReferences: boolean;
}

export interface MCurve {
  /** One for each radius; NaN where no reference has anything around it. */
  values: Float64Array;
  /** As many for each reference, in the order of the selection. */
  local: Float64Array;
}

interface MParts {
  neighbours: Surroundings;
  all: Surroundings;
  /** One for each radius: by which what is at the same place counts. */
  here: Float64Array;
}

/**
 * The share of the neighbours in what is around the references, by their share in all.
 *
 * A reference with nothing around it is left out, of both sums.
 */
export function mCurve(
  { positions, weights }: PointSelection,
  { places }: SelectedSites,
  { neighbours, all, here }: MParts,
): MCurve {
  const radii = here.length;
  const shares = new Float64Array(radii);
  const expected = new Float64Array(radii);
  const local = new Float64Array(positions.length * radii);
  for (let i = 0; i < positions.length; i++) {
    const place = places[i]!;
    const weight = weights ? weights[i]! : 1;
    const ownNear = neighbours.includesReferences ? weight : 0;
    const own = all.includesReferences ? weight : 0;
    const overall = (neighbours.total - ownNear) / (all.total - own);
    const nearAt = Math.max(neighbours.at[place]! - ownNear, 0);
    const allAt = Math.max(all.at[place]! - own, 0);
    for (let radius = 0; radius < radii; radius++) {
      const whole = all.around[place * radii + radius]! + allAt * here[radius]!;
      const near = neighbours.around[place * radii + radius]! + nearAt * here[radius]!;
      const share = near / whole;
      local[i * radii + radius] = whole > 0 && overall > 0 ? share / overall : NaN;
      if (!(whole > 0)) continue;
      shares[radius]! += share;
      expected[radius]! += overall;
    }
  }
  return { values: shares.map((sum, i) => (expected[i]! > 0 ? sum / expected[i]! : NaN)), local };
}

/** The weight at each place of the references; none where the selection has no point. */
export function weightAt(places: SelectedSites, selected: SiteSubset): Float64Array {
  const at = new Float64Array(places.sites.length);
  for (let i = 0, j = 0; i < at.length; i++) {
    while (j < selected.sites.length && selected.sites[j]! < places.sites[i]!) j++;
    if (selected.sites[j] === places.sites[i]) at[i] = selected.weights[j]!;
  }
  return at;
}
