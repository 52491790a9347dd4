import type { FlowGraph } from '../networks/flow-graph.js';

const MOST_ROUNDS = 100_000;
/** Of the largest sum: what the rounds to come may still add. */
const SETTLED = 1e-13;

/**
 * first + C first + C C first + …, where C is what flows from a sector to another by the scale of
 * one of the two: (I - C)^-1 first, round by round.
 *
 * @param side `out`: a sector takes from those that it supplies; `in`: from its suppliers
 * @param scales flows are divided by that of the sector that takes (`own`) or that is taken from
 * (`other`); where it is 0, nothing flows
 * @throws {RangeError} if the sum does not settle
 */
export function sumRounds(
  graph: FlowGraph,
  first: Float64Array,
  { side, scales, by }: { side: 'in' | 'out'; scales: Float64Array; by: 'own' | 'other' },
): Float64Array {
  const { starts, nodes, weights } = graph[side];
  const n = graph.nodes;
  const sums = first.slice();
  let current = first;
  let size = largest(current);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = new Float64Array(n);
    for (let sector = 0; sector < n; sector++) {
      let sum = share(graph.loops[sector]! * current[sector]!, scales[sector]!);
      for (let arc = starts[sector]!; arc < starts[sector + 1]!; arc++) {
        const other = nodes[arc]!;
        sum += share(weights[arc]! * current[other]!, scales[by === 'own' ? sector : other]!);
      }
      next[sector] = sum;
      sums[sector]! += sum;
    }
    const nextSize = largest(next);
    const rest = nextSize < size ? nextSize / (1 - nextSize / size) : Infinity;
    if (nextSize === 0 || rest < SETTLED * largest(sums)) return sums;
    current = next;
    size = nextSize;
  }
  throw new RangeError(`no sum after ${MOST_ROUNDS} rounds: the economy is hardly productive`);
}

function share(flow: number, whole: number): number {
  return whole === 0 ? 0 : flow / whole;
}

function largest(column: Float64Array): number {
  return column.reduce((most, next) => Math.max(most, Math.abs(next)), 0);
}
