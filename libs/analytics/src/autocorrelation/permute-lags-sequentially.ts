import type { SequentialCount } from '../significance/sequential-p-value.js';
import type { SpatialWeights } from '../weights/spatial-weights.js';
import { lagRows } from './lag-rows.js';
import { drawLags, forEachTable, type PermutationOptions } from './permute-lags.js';
import type { Draws, SumLimits } from './sweep-lags.js';

const DRAWN_AT_ONCE = 64;

/** How often it happened to each place, and at which draw last. */
interface TailCounts {
  exceedances: Uint32Array;
  draws: Uint32Array;
}

/**
 * As `permuteLags`, but each place draws only until both tails, lags of at least `high` and of at
 * most `low`, have been met `stopAt` times; a tail is not counted further.
 *
 * @param isFolded both tails are one: it is `above`
 * @returns n each, 0 outside the part
 */
export function permuteLagsSequentially(
  values: Float64Array,
  weights: SpatialWeights,
  {
    limits,
    stopAt,
    isFolded,
    ...options
  }: PermutationOptions & { limits: SumLimits; stopAt: number; isFolded: boolean },
): { above: TailCounts; below: TailCounts } {
  const n = values.length;
  const rows = lagRows(values, weights);
  const column = () => new Uint32Array(n);
  const above = { exceedances: column(), draws: column() };
  const below = { exceedances: column(), draws: column() };
  const { from: first = 0, to: last = n } = options;
  let open = Array.from({ length: last - first }, (_, i) => first + i).filter(
    (i) => rows.starts[i] !== rows.starts[i + 1] && !Number.isNaN(limits.high[i]!),
  );
  const buffer = new Float64Array(DRAWN_AT_ONCE);
  const isDone = (place: number) =>
    above.exceedances[place]! >= stopAt && (isFolded || below.exceedances[place]! >= stopAt);
  const drawAll = (draws: Draws, from: number) => (place: number) => {
    const [high, low] = [limits.high[place]!, limits.low[place]!];
    for (let at = 0; at < draws.simulations; at += DRAWN_AT_ONCE) {
      const lags = buffer.subarray(0, Math.min(DRAWN_AT_ONCE, draws.simulations - at));
      drawLags(lags, { rows, draws, place, from: at });
      for (let p = 0; p < lags.length; p++) {
        const draw = from + at + p + 1;
        const isLow = lags[p]! <= low;
        if (lags[p]! >= high || (isFolded && isLow)) count(above, { place, stopAt, draw });
        if (isLow) count(below, { place, stopAt, draw });
      }
      if (isDone(place)) return false;
    }
    return true;
  };
  forEachTable(rows, options, (draws, from) => {
    open = open.filter(drawAll(draws, from));
    return open.length > 0;
  });
  return { above, below };
}

function count(
  { exceedances, draws }: TailCounts,
  { place, stopAt, draw }: { place: number; stopAt: number; draw: number },
): void {
  if (exceedances[place]! >= stopAt) return;
  exceedances[place]!++;
  draws[place] = draw;
}

/** Of one place. */
export function countOf({ exceedances, draws }: TailCounts, place: number): SequentialCount {
  return { exceedances: exceedances[place]!, draws: draws[place]! };
}
