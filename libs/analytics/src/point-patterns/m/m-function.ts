import { tabulateRadii, type RadiusTable } from '../pairs/radius-table.js';
import {
  gatherAll,
  gatherSites,
  type PointSelection,
  type SelectedSites,
  type SiteSubset,
} from '../pairs/site-subset.js';
import { weightsWithin } from '../pairs/weights-within.js';
import { mCurve, weightAt, type MCurve, type Surroundings } from './m-curve.js';
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
  const whole = {
    sites: gatherAll(study.population),
    around: null,
    table: tabulateRadii(study.radii),
  };
  const { values, local } = curveOf(study, study, whole);
  const { members } = study.population;
  return {
    m: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    references: Uint32Array.from(study.references.positions, (position) => members[position]!),
    local,
  };
}

/** Who is what, in the observed pattern or a simulated one. */
export interface MLabels {
  references: PointSelection;
  neighbours: PointSelection | null;
  controls: PointSelection | null;
}

/** All points, and, where it is known beforehand, what stands around each of their places. */
export interface Whole {
  sites: SiteSubset;
  /** For each place as many weights as there are radii. */
  around: Float64Array | null;
  table: RadiusTable;
}

export function curveOf({ population, radii }: MStudy, labels: MLabels, whole: Whole): MCurve {
  const places = gatherSites(population, labels.references);
  const neighbours = labels.neighbours ? gatherSites(population, labels.neighbours) : places;
  const all = labels.controls ? gatherSites(population, labels.controls) : whole.sites;
  const { table } = whole;
  const isKnown = whole.around !== null && labels.controls === null;
  return mCurve(labels.references, places, {
    neighbours: {
      ...surroundings(places, neighbours, weightsAround(places, neighbours, table)),
      includesReferences: labels.neighbours === null,
    },
    all: {
      ...surroundings(
        places,
        all,
        isKnown
          ? rowsOf(whole.around!, places.sites, radii.length)
          : weightsAround(places, all, table),
      ),
      includesReferences: labels.controls === null,
    },
    radii: radii.length,
  });
}

function surroundings(
  places: SelectedSites,
  selected: SiteSubset,
  around: Float64Array,
): Omit<Surroundings, 'includesReferences'> {
  const total = selected.weights.reduce((sum, weight) => sum + weight, 0);
  return { around, at: weightAt(places, selected), total };
}

function weightsAround(places: SiteSubset, selected: SiteSubset, radii: RadiusTable): Float64Array {
  return weightsWithin(places, selected, { radii, from: 0, to: places.sites.length });
}

function rowsOf(table: Float64Array, sites: Uint32Array, width: number): Float64Array {
  const rows = new Float64Array(sites.length * width);
  for (let i = 0; i < sites.length; i++) {
    const from = sites[i]! * width;
    rows.set(table.subarray(from, from + width), i * width);
  }
  return rows;
}
