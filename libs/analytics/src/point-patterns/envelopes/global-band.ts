import { emptyBand } from './local-band.js';
import {
  checkAlpha,
  countCurves,
  definedRadii,
  valuesAt,
  type Band,
  type SimulatedCurves,
} from './simulated-curves.js';

type GlobalBandKind = 'rank' | 'drop-extremes';

/**
 * What all but a share alpha of the simulations keep to at all radii together.
 *
 * `rank`: from the k-th lowest to the k-th highest value at each radius, k so that a share alpha of the
 * curves leaves the band anywhere, interpolated between two k.
 * `drop-extremes`: what is left when all curves that are lowest or highest anywhere are dropped,
 * again and again, until no more than 1 - alpha are left; interpolated between the last two. Where
 * many curves share the lowest value, M = 0 at a small radius, they are dropped at once, so that `rank`
 * is the better choice.
 *
 * Source: `rank`: Duranton and Overman (2005), Testing for localization using micro-geographic data,
 * Review of Economic Studies 72, 1077-1106, section 3.3, both sides together; `drop-extremes`: Marcon
 * and Puech (2010), as in dbmss.
 */
export function globalBand(
  curves: SimulatedCurves,
  alpha: number,
  kind: GlobalBandKind = 'rank',
): Band {
  checkAlpha(curves, alpha);
  const columns = definedRadii(curves).map((radius) => ({
    radius,
    values: valuesAt(curves, radius),
  }));
  const band = emptyBand(curves.radii);
  if (columns.length === 0) return band;
  const bounds =
    kind === 'rank'
      ? boundsByRank(columns, countCurves(curves), alpha)
      : boundsByDropping(columns, countCurves(curves), alpha);
  columns.forEach(({ radius }, i) => {
    band.low[radius] = bounds.low[i]!;
    band.high[radius] = bounds.high[i]!;
  });
  return band;
}

/** The values of all curves at a radius. */
interface Column {
  radius: number;
  values: Float64Array;
}

interface Bounds {
  low: number[];
  high: number[];
}

function boundsByRank(columns: readonly Column[], count: number, alpha: number): Bounds {
  const sorted = columns.map(({ values }) => values.slice().sort());
  const ranks = extremeRanks(columns, sorted, count).sort();
  const leaving = (rank: number) => firstNotBelow(ranks, rank) / count;
  const most = Math.floor((count + 1) / 2);
  let rank = 1;
  while (rank < most && leaving(rank + 1) <= alpha) rank++;
  const at = (k: number): Bounds => ({
    low: sorted.map((values) => values[k - 1]!),
    high: sorted.map((values) => values[count - k]!),
  });
  if (rank === most) return at(rank);
  const share = (alpha - leaving(rank)) / (leaving(rank + 1) - leaving(rank));
  return between(at(rank), at(rank + 1), share);
}

/** For each curve the largest k whose band it stays in, at all radii. */
function extremeRanks(
  columns: readonly Column[],
  sorted: readonly Float64Array[],
  count: number,
): Float64Array {
  const ranks = new Float64Array(count).fill(count);
  columns.forEach(({ values }, column) => {
    const ascending = sorted[column]!;
    for (let i = 0; i < count; i++) {
      const atMost = firstAbove(ascending, values[i]!);
      const atLeast = count - firstNotBelow(ascending, values[i]!);
      ranks[i] = Math.min(ranks[i]!, atMost, atLeast);
    }
  });
  return ranks;
}

function boundsByDropping(columns: readonly Column[], count: number, alpha: number): Bounds {
  const target = (1 - alpha) * count;
  let kept = Array.from({ length: count }, (_, i) => i);
  let bounds = boundsOf(columns, kept);
  while (kept.length > target) {
    const isInside = (curve: number) =>
      columns.every(
        ({ values }, i) => values[curve]! > bounds.low[i]! && values[curve]! < bounds.high[i]!,
      );
    const inside = kept.filter(isInside);
    if (inside.length === 0) return bounds;
    const narrower = boundsOf(columns, inside);
    const share = Math.min((kept.length - target) / (kept.length - inside.length), 1);
    bounds = between(bounds, narrower, share);
    kept = inside;
  }
  return bounds;
}

function boundsOf(columns: readonly Column[], curves: readonly number[]): Bounds {
  const extreme = (pick: (a: number, b: number) => number) =>
    columns.map(({ values }) => curves.map((curve) => values[curve]!).reduce(pick));
  return { low: extreme((a, b) => Math.min(a, b)), high: extreme((a, b) => Math.max(a, b)) };
}

function between(from: Bounds, to: Bounds, share: number): Bounds {
  const mix = (a: readonly number[], b: readonly number[]) =>
    a.map((value, i) => value + (b[i]! - value) * share);
  return { low: mix(from.low, to.low), high: mix(from.high, to.high) };
}

/** How many of the ascending values are below. */
function firstNotBelow(ascending: Float64Array, value: number): number {
  return search(ascending, (other) => other >= value);
}

/** How many of the ascending values are not above. */
function firstAbove(ascending: Float64Array, value: number): number {
  return search(ascending, (other) => other > value);
}

function search(ascending: Float64Array, isBeyond: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(ascending[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
