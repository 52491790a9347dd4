import { pairHistogram, type PairHistogram, type PairSets } from '../pairs/pair-histogram.js';
import { spreadOfHistogram, spreadOfPairs } from './distance-spread.js';
import { sheatherJonesBandwidth } from './sheather-jones-bandwidth.js';
import { silvermanBandwidth } from './silverman-bandwidth.js';
import { KERNEL_REACH, smoothDistances } from './smooth-distances.js';

/** Silverman's, or Sheather and Jones's: R's names. */
export type KdRule = 'nrd0' | 'sj';

export interface KdSmoothing {
  radii: Float64Array;
  isWeighted: boolean;
  /** In the unit of the points; or the rule for the distances up to twice the largest radius. */
  bandwidth: number | KdRule;
  /** By which the bandwidth is multiplied. */
  adjust: number;
}

export interface KdCurve {
  /** One for each radius; NaN if there are no pairs to smooth. */
  values: Float64Array;
  bandwidth: number | null;
}

/** Bins of the distances from which the bandwidth is found. */
const WIDE_BINS = 4096;
/** Enough where there are many pairs, so that their errors even out. */
const FEWEST_PER_BANDWIDTH = 16;
const MANY_PAIRS = 100_000;
const FINE_PER_BANDWIDTH = 1024;
const MOST_FINE_BINS = 2 ** 20;

/**
 * @param isExact whether the bandwidth rests on the distances themselves, not on bins of them, and
 * the density on fine bins, for which all pairs are visited three times instead of once
 */
export function kdCurve(sets: PairSets, smoothing: KdSmoothing, isExact: boolean): KdCurve {
  const { radii, isWeighted, adjust } = smoothing;
  const total = totalMass(sets, isWeighted);
  const given = smoothing.bandwidth;
  const isGiven = typeof given === 'number';
  const wide = isGiven ? null : wideHistogram(sets, smoothing);
  const found = isGiven ? given : ruledBandwidth(sets, wide!, { rule: given, isExact });
  if (found === null || !(total > 0)) {
    return { values: new Float64Array(radii.length).fill(NaN), bandwidth: null };
  }
  const bandwidth = adjust * found;
  const furthest = radii[radii.length - 1]! + KERNEL_REACH * bandwidth;
  const reach = Math.min(furthest, diameter(sets));
  const isEnough = wide !== null && !isExact && suffices(wide, { bandwidth, reach });
  const { weights: masses, binWidth } = isEnough
    ? wide
    : fineHistogram(sets, { reach, bandwidth, isWeighted });
  return { values: smoothDistances({ masses, binWidth, total }, bandwidth, radii), bandwidth };
}

interface WideHistogram extends PairHistogram {
  reach: number;
}

function wideHistogram(sets: PairSets, { radii, isWeighted }: KdSmoothing): WideHistogram {
  const reach = Math.min(2 * radii[radii.length - 1]!, diameter(sets));
  const binWidth = reach / WIDE_BINS || 1;
  return { ...pairHistogram(sets, { reach, binWidth, isWeighted }), reach };
}

function ruledBandwidth(
  sets: PairSets,
  wide: WideHistogram,
  { rule, isExact }: { rule: KdRule; isExact: boolean },
): number | null {
  if (rule === 'sj') return sheatherJonesBandwidth(sets, wide, { reach: wide.reach, isExact });
  const spread = spreadOfHistogram(wide);
  if (!isExact || spread.count < 2) return silvermanBandwidth(spread);
  return silvermanBandwidth(spreadOfPairs(sets, wide, wide.reach));
}

function suffices(
  { counts, binWidth, reach: its }: WideHistogram,
  { bandwidth, reach }: { bandwidth: number; reach: number },
): boolean {
  const pairs = counts.reduce((sum, count) => sum + count, 0);
  return pairs >= MANY_PAIRS && binWidth * FEWEST_PER_BANDWIDTH <= bandwidth && its >= reach;
}

function fineHistogram(
  sets: PairSets,
  { reach, bandwidth, isWeighted }: { reach: number; bandwidth: number; isWeighted: boolean },
): PairHistogram {
  const binWidth = Math.max(bandwidth / FINE_PER_BANDWIDTH, reach / MOST_FINE_BINS);
  if (binWidth * FEWEST_PER_BANDWIDTH > bandwidth) {
    throw new RangeError(`A bandwidth of ${bandwidth} is too small for distances up to ${reach}`);
  }
  return pairHistogram(sets, { reach, binWidth, isWeighted });
}

/** Of all pairs, at whatever distance. */
function totalMass({ references, neighbours }: PairSets, isWeighted: boolean): number {
  const column = isWeighted ? 'weights' : 'counts';
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const own = sum(references[column]);
  if (neighbours) return own * sum(neighbours[column]);
  return (own * own - sum(isWeighted ? references.squares : references.counts)) / 2;
}

/** No two points are further apart. */
function diameter({ references, neighbours }: PairSets): number {
  const box = (column: 'xs' | 'ys') => {
    let [low, high] = [Infinity, -Infinity];
    for (const subset of neighbours ? [references, neighbours] : [references]) {
      const values = subset[column];
      for (let i = 0; i < values.length; i++) {
        if (values[i]! < low) low = values[i]!;
        if (values[i]! > high) high = values[i]!;
      }
    }
    return high - low;
  };
  return Math.hypot(box('xs'), box('ys')) * (1 + 1e-12);
}
