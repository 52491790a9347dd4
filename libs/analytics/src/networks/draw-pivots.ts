import { randomNumber } from '../random/random-number.js';
import type { PathCore } from './path-core.js';

export interface Pivots {
  count: number;
  seed: number;
}

export interface BetweennessError {
  /** n, of the normalised scores. */
  standardErrors: Float64Array;
  /** In 95 of 100 samples no normalised score is further off than this. */
  bound: number;
}

/** How often the bound may be broken. */
const RISK = 0.05;

/**
 * Roots drawn without replacement, in the order of the core; by their numbers in the graph, so that
 * the core's order does not matter.
 */
export function drawPivots({ nodes }: PathCore, { count, seed }: Pivots): Int32Array {
  if (!Number.isInteger(count) || count < 1 || count > nodes.length) {
    throw new RangeError(`${count} pivots of ${nodes.length} nodes`);
  }
  const numbers = new Int32Array(nodes.length);
  nodes.forEach((node, number) => (numbers[node] = number));
  for (let i = 0; i < count; i++) {
    const random = randomNumber({ seed, simulation: 0, draw: i });
    const other = i + Math.floor(random * (nodes.length - i));
    [numbers[i], numbers[other]] = [numbers[other]!, numbers[i]!];
  }
  return numbers.slice(0, count).sort();
}

/**
 * The standard errors of the means over the pivots, and the bound of Hoeffding for n nodes at once:
 * each pivot tells a number between 0 and n - 2.
 *
 * Source: Brandes and Pich (2007), Centrality estimation in large networks, International Journal
 * of Bifurcation and Chaos 17(7), section 3; drawing without replacement only narrows it.
 *
 * @param sums of the pivots, and of their squares, by node of the core
 */
export function errorOfPivots(
  core: PathCore,
  pivots: number,
  { sums, squares }: { sums: Float64Array; squares: Float64Array },
): BetweennessError {
  const n = core.nodes.length;
  const most = (n - 1) * (n - 2);
  const standardErrors = new Float64Array(n);
  core.nodes.forEach((node, number) => {
    if (pivots < 2 || most === 0) return;
    const mean = sums[number]! / pivots;
    const variance = Math.max(0, squares[number]! / pivots - mean * mean) / (pivots - 1);
    standardErrors[node] = (n * Math.sqrt(variance * (1 - pivots / n))) / most;
  });
  const isWhole = pivots === n || n < 3;
  const bound = (n / (n - 1)) * Math.sqrt(Math.log((2 * n) / RISK) / (2 * pivots));
  return { standardErrors, bound: isWhole ? 0 : Math.min(1, bound) };
}
