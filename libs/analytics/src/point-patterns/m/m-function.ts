import { tabulateRadii } from '../pairs/radius-table.js';
import {
  gatherAll,
  gatherSites,
  type PointSelection,
  type SiteSubset,
} from '../pairs/site-subset.js';
import { weightsWithin } from '../pairs/weights-within.js';
import { mCurve, weightAt, type MCurve } from './m-curve.js';
import type { MStudy } from './m-study.js';

export interface MFunction {
  /** One for each radius; null where no reference has anything around it. */
  m: (number | null)[];
  /** The point numbers of the references. */
  references: Uint32Array;
  /**
   * As many for each of them as there are radii: the share of the neighbours around it, by their
   * share in all. NaN where there is nothing around it, or no neighbour at all.
   */
  local: Float64Array;
}

/**
 * How many times as frequent the neighbours are within each radius of the references as in all:
 * 1 where they are spread like all points, more where they gather.
 *
 * M(r) is the sum over the references of the share of the neighbours' weight in the weight of all
 * other points within r, by the sum of their shares in the weight of all other points. References
 * with nothing around them are left out of both sums. A distance of exactly r is within it; r = 0
 * has what is at the same place. Does not depend on the points' order. Cost: about 4 ns for each pair
 * of a reference and a place within the largest radius.
 *
 * Source: Marcon and Puech (2010), Measures of the geographic concentration of industries:
 * improving distance-based methods, Journal of Economic Geography 10(5), 745-762, eq. 1 and 2.
 */
export function mFunction(study: MStudy): MFunction {
  return describeCurve(
    study,
    curveOf(study, study, {
      sites: gatherAll(study.population),
      around: null,
      scale: cumulativeScale(study.radii),
    }),
  );
}

export function describeCurve(
  { population, references }: MStudy,
  { values, local }: MCurve,
): MFunction {
  const { members } = population;
  return {
    m: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    references: Uint32Array.from(references.positions, (position) => members[position]!),
    local,
  };
}

/** Who is what, in the observed pattern or a simulated one. */
export interface MLabels {
  references: PointSelection;
  neighbours: PointSelection | null;
  controls: PointSelection | null;
}

/** How what stands around places is counted. */
export interface MScale {
  /** For each place as many weights as there are radii. */
  around: (places: SiteSubset, selected: SiteSubset) => Float64Array;
  /** One for each radius: by which what is at the same place counts. */
  here: Float64Array;
}

/** All points, and, where it is known beforehand, what stands around each of their places. */
export interface Whole {
  sites: SiteSubset;
  around: Float64Array | null;
}

/** All that is within each radius. */
export function cumulativeScale(radii: Float64Array): MScale {
  const table = tabulateRadii(radii);
  return {
    around: (places, selected) =>
      weightsWithin(places, selected, { radii: table, from: 0, to: places.sites.length }),
    here: new Float64Array(radii.length).fill(1),
  };
}

export function curveOf(
  { population }: MStudy,
  { references, neighbours, controls }: MLabels,
  { sites, around, scale }: Whole & { scale: MScale },
): MCurve {
  const places = gatherSites(population, references);
  const near = neighbours ? gatherSites(population, neighbours) : places;
  const all = controls ? gatherSites(population, controls) : sites;
  const known = controls ? null : around && rowsOf(around, places.sites, scale.here.length);
  return mCurve(references, places, {
    neighbours: {
      around: scale.around(places, near),
      at: weightAt(places, near),
      total: totalWeight(near),
      includesReferences: neighbours === null,
    },
    all: {
      around: known ?? scale.around(places, all),
      at: weightAt(places, all),
      total: totalWeight(all),
      includesReferences: controls === null,
    },
    here: scale.here,
  });
}

function totalWeight({ weights }: SiteSubset): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function rowsOf(table: Float64Array, sites: Uint32Array, width: number): Float64Array {
  const rows = new Float64Array(sites.length * width);
  for (let i = 0; i < sites.length; i++) {
    const from = sites[i]! * width;
    rows.set(table.subarray(from, from + width), i * width);
  }
  return rows;
}
