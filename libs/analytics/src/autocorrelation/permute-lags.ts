import type { SpatialWeights } from '../weights/spatial-weights.js';
import { drawTable } from './draw-table.js';
import { groupRows, lagRows, type LagRows } from './lag-rows.js';
import { sweepLags, type Draws, type LagCounts, type SumLimits } from './sweep-lags.js';

export interface PermutationOptions {
  permutations: number;
  seed: number;
  /** Only these places, for a worker's part: `from` up to, without, `to`. */
  from?: number;
  to?: number;
}

/** Draws that are held at once. */
const MOST_DRAWS = 2 ** 18;
/** Fewer places are answered sooner by a look at each draw. */
const FEW_PLACES = 64;

/**
 * Counts, for each place, the simulations in which its lag is at least `high`, and at most `low`, when
 * its neighbours are drawn without replacement from all other places and it keeps its own value.
 *
 * Simulation p has the same draws for all places. The counts do not depend on the order of the
 * places, nor on how they are cut into parts. Cost: see `sweepLags`; a row of unequal weights costs
 * its length for each permutation.
 *
 * Source: Anselin (1995), Geographical Analysis 27, 93-115 (conditional permutation).
 *
 * @param limits n each, of the lag; NaN in `high`: the place is not counted
 * @returns n each, 0 outside the part
 */
export function permuteLags(
  values: Float64Array,
  weights: SpatialWeights,
  { limits, ...options }: PermutationOptions & { limits: SumLimits },
): LagCounts {
  const n = values.length;
  const into = { greater: new Uint32Array(n), lesser: new Uint32Array(n) };
  const rows = lagRows(values, weights);
  const { equal, unequal } = groupRows(rows, (i) => !Number.isNaN(limits.high[i]!));
  const isMine = (place: number) => place >= (options.from ?? 0) && place < (options.to ?? n);
  const sumLimits = perWeight(rows, limits);
  forEachTable(rows, options, (draws) => {
    for (const group of equal) {
      const places = group.places.filter(isMine);
      if (places.length === 0) continue;
      // by the whole group: how it is counted must not depend on the cut
      if (group.places.length < FEW_PLACES) addLags(rows, places, { draws, limits, into });
      else {
        sweepLags(rows, { ...group, places }, { draws, limits: sumLimits, into });
      }
    }
    addLags(rows, unequal.filter(isMine), { draws, limits, into });
  });
  return into;
}

/** Limits of sums without the weight that a row has in common. */
function perWeight({ starts, values }: LagRows, { high, low }: SumLimits): SumLimits {
  const divide = (limit: number, i: number) =>
    starts[i] === starts[i + 1] ? NaN : limit / values[starts[i]!]!;
  return { high: high.map(divide), low: low.map(divide) };
}

/** Hands on the draws of all simulations, some at a time. */
export function forEachTable(
  { sorted, width }: Pick<LagRows, 'sorted' | 'width'>,
  { permutations, seed }: Pick<PermutationOptions, 'permutations' | 'seed'>,
  visit: (draws: Draws, from: number) => boolean | void,
): void {
  if (width === 0) return;
  const most = Math.max(1, Math.floor(MOST_DRAWS / width));
  for (let from = 0; from < permutations; from += most) {
    const to = Math.min(permutations, from + most);
    const table = drawTable({ size: sorted.length - 1, width }, { seed, from, to });
    const pairs = new Float64Array(2 * table.length);
    for (let draw = 0; draw < table.length; draw++) {
      pairs[2 * draw] = sorted[table[draw]!]!;
      pairs[2 * draw + 1] = sorted[table[draw]! + 1]!;
    }
    if (visit({ table, pairs, width, simulations: to - from }, from) === false) return;
  }
}

function addLags(
  rows: LagRows,
  places: Uint32Array,
  { draws, limits, into }: { draws: Draws; limits: SumLimits; into: LagCounts },
): void {
  const lags = new Float64Array(draws.simulations);
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    const [high, low] = [limits.high[place]!, limits.low[place]!];
    drawLags(lags, { rows, draws, place });
    let greater = 0;
    let lesser = 0;
    for (let p = 0; p < lags.length; p++) {
      if (lags[p]! >= high) greater++;
      if (lags[p]! <= low) lesser++;
    }
    into.greater[place]! += greater;
    into.lesser[place]! += lesser;
  }
}

/**
 * The lags of a place in the simulations of a table, draws shifted past its rank.
 *
 * @param lags is overwritten, as many simulations as it is long
 * @param from the first simulation, of the table
 */
export function drawLags(
  lags: Float64Array,
  { rows, draws, place, from = 0 }: { rows: LagRows; draws: Draws; place: number; from?: number },
): void {
  const { starts, values, ranks } = rows;
  const { table, pairs, width } = draws;
  const rank = ranks[place]!;
  const start = starts[place]!;
  const count = starts[place + 1]! - start;
  for (let p = 0; p < lags.length; p++) {
    const first = (from + p) * width;
    let lag = 0;
    for (let j = 0; j < count; j++) {
      // the second from the rank on; without a branch, which would be guessed wrong every other time
      const isShifted = 1 - ((table[first + j]! - rank) >>> 31);
      lag += values[start + j]! * pairs[2 * (first + j) + isShifted]!;
    }
    lags[p] = lag;
  }
}
