import { spreadOfPairs } from '../kd/distance-spread.js';
import { silvermanBandwidth } from '../kd/silverman-bandwidth.js';
import { KERNEL_REACH } from '../kd/smooth-distances.js';
import { pairHistogram, type PairSets } from '../pairs/pair-histogram.js';
import { tabulateRadii } from '../pairs/radius-table.js';
import { gatherAll, gatherSites, type SiteSubset } from '../pairs/site-subset.js';
import { weightsWithin } from '../pairs/weights-within.js';
import type { MCurve } from './m-curve.js';
import { curveOf, describeCurve, type MFunction, type MLabels, type MScale } from './m-function.js';
import type { MStudy } from './m-study.js';

/** Bins of the distances from which the bandwidth is found. */
const WIDE_BINS = 4096;
const BINS_PER_BANDWIDTH = 64;
const MOST_BINS = 2 ** 16 - 2;
/** Of doubles for the bins of the sources that are looked at together. */
const CHUNK = 2 ** 18;

/**
 * As `mFunction`, at each distance instead of within it: neighbours count by a Gaussian kernel of the
 * difference between their distance and r.
 *
 * The bandwidth is Silverman's rule on the distances between references and neighbours up to twice the
 * largest radius. Nothing is reflected at 0; the kernel is cut at six bandwidths, so that a reference
 * with nothing so near to r is left out; distances are put into bins of 1/64 of the bandwidth. Cost: as
 * `mFunction` within the largest radius and six bandwidths, plus 2,000 steps for each reference and radius.
 *
 * Source: Lang, Marcon and Puech (2020), Distance-based measures of spatial concentration: introducing
 * a relative density function, The Annals of Regional Science 64, 243-265.
 */
export function mDensity(study: MStudy): MFunction & { bandwidth: number | null } {
  const { curve, bandwidth } = densityCurve(study, study, gatherAll(study.population));
  return { ...describeCurve(study, curve), bandwidth };
}

export function densityCurve(
  study: MStudy,
  labels: MLabels,
  all: SiteSubset,
): { curve: MCurve; bandwidth: number | null } {
  const { population, radii } = study;
  const bandwidth = bandwidthOf(
    {
      references: gatherSites(population, labels.references),
      neighbours: labels.neighbours && gatherSites(population, labels.neighbours),
    },
    2 * radii[radii.length - 1]!,
  );
  const scale = bandwidth === null ? emptyScale(radii) : kernelScale(radii, bandwidth);
  return { curve: curveOf(study, labels, { sites: all, around: null, scale }), bandwidth };
}

function bandwidthOf(sets: PairSets, reach: number): number | null {
  if (reach === 0) return null;
  const options = { reach, binWidth: reach / WIDE_BINS, isWeighted: false };
  const histogram = pairHistogram(sets, options);
  const count = histogram.counts.reduce((sum, pairs) => sum + pairs, 0);
  return count < 2 ? null : silvermanBandwidth(spreadOfPairs(sets, histogram, reach));
}

/** Nothing is around anything. */
function emptyScale(radii: Float64Array): MScale {
  return {
    around: (places) => new Float64Array(places.sites.length * radii.length),
    here: new Float64Array(radii.length),
  };
}

function kernelScale(radii: Float64Array, bandwidth: number): MScale {
  const furthest = radii[radii.length - 1]! + KERNEL_REACH * bandwidth;
  const bins = Math.min(Math.ceil((BINS_PER_BANDWIDTH * furthest) / bandwidth), MOST_BINS);
  const binWidth = furthest / bins;
  const edges = tabulateRadii(
    Float64Array.from({ length: bins + 1 }, (_, bin) => (bin + 0.5) * binWidth),
  );
  const kernels = Array.from(radii, (radius) =>
    kernelAround(radius, { bandwidth, binWidth, bins }),
  );
  const chunk = Math.max(Math.floor(CHUNK / bins), 1);
  return {
    here: Float64Array.from(kernels, ({ first, values }) => (first === 0 ? values[0]! : 0)),
    around: (places, selected) => {
      const smoothed = new Float64Array(places.sites.length * radii.length);
      for (let from = 0; from < places.sites.length; from += chunk) {
        const to = Math.min(from + chunk, places.sites.length);
        const within = weightsWithin(places, selected, { radii: edges, from, to });
        for (let i = from; i < to; i++) {
          const sums = within.subarray((i - from) * (bins + 1), (i - from + 1) * (bins + 1));
          kernels.forEach((kernel, radius) => {
            smoothed[i * radii.length + radius] = smooth(sums, kernel);
          });
        }
      }
      return smoothed;
    },
  };
}

interface Kernel {
  /** Bin of the first value. */
  first: number;
  values: Float64Array;
}

function kernelAround(
  radius: number,
  { bandwidth, binWidth, bins }: { bandwidth: number; binWidth: number; bins: number },
): Kernel {
  const reach = KERNEL_REACH * bandwidth;
  const first = Math.max(Math.ceil((radius - reach) / binWidth), 0);
  const last = Math.min(Math.floor((radius + reach) / binWidth), bins);
  const values = Float64Array.from({ length: last - first + 1 }, (_, i) => {
    const z = ((first + i) * binWidth - radius) / bandwidth;
    return Math.exp(-0.5 * z * z);
  });
  return { first, values };
}

/** @param within cumulated over the bins */
function smooth(within: Float64Array, { first, values }: Kernel): number {
  let sum = 0;
  let before = first > 0 ? within[first - 1]! : 0;
  for (let i = 0; i < values.length; i++) {
    const up = within[first + i]!;
    sum += (up - before) * values[i]!;
    before = up;
  }
  return sum;
}
