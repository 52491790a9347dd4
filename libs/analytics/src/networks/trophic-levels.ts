import { solveDense } from '../linear-algebra/solve-dense.js';
import { findStrong } from './components.js';
import type { FlowGraph } from './flow-graph.js';

/** Circles of more nodes are solved by rounds. */
const LARGEST_DENSE = 300;
const MOST_ROUNDS = 100_000;
const SETTLED = 1e-14;

/**
 * How far from raw material each node is: 1 without suppliers, otherwise 1 more than the mean of its
 * suppliers, weighted by flow. Loops are left out.
 *
 * Cost: linear in the arcs, but for nodes that supply each other in a circle.
 *
 * Source: Levine (1980), Several measures of trophic structure applicable to complex food webs,
 * Journal of Theoretical Biology 83(2); as networkx has it.
 *
 * @returns n levels; null for circles that nobody supplies, and for whoever they supply
 */
export function trophicLevels(graph: FlowGraph): (number | null)[] {
  const { found, count } = findStrong(graph);
  const members = Array.from({ length: count }, (): number[] => []);
  found.forEach((component, node) => members[component]!.push(node));
  const levels = new Float64Array(graph.nodes).fill(NaN);
  for (let component = count - 1; component >= 0; component--) {
    solveCircle(graph, members[component]!, { levels, found });
  }
  return Array.from(levels, (level) => (Number.isNaN(level) ? null : level));
}

/** Its suppliers outside it have their levels. */
function solveCircle(
  { in: incoming, nodes: n }: FlowGraph,
  members: readonly number[],
  { levels, found }: { levels: Float64Array; found: Int32Array },
): void {
  const size = members.length;
  const own = found[members[0]!]!;
  const totals = new Float64Array(size);
  const given = new Float64Array(size).fill(1);
  let isSupplied = false;
  members.forEach((node, i) => {
    const [from, to] = [incoming.starts[node]!, incoming.starts[node + 1]!];
    for (let arc = from; arc < to; arc++) totals[i]! += incoming.weights[arc]!;
    for (let arc = from; arc < to; arc++) {
      const supplier = incoming.nodes[arc]!;
      if (found[supplier] === own) continue;
      isSupplied = true;
      given[i]! += (incoming.weights[arc]! / totals[i]!) * levels[supplier]!; // NaN is handed down
    }
  });
  if (size > 1 && (!isSupplied || given.some((level) => Number.isNaN(level)))) return;
  if (size === 1) {
    levels[members[0]!] = given[0]!;
    return;
  }
  const places = new Int32Array(n).fill(-1);
  members.forEach((node, i) => (places[node] = i));
  const inner = (take: (i: number, j: number, share: number) => void) =>
    members.forEach((node, i) => {
      for (let arc = incoming.starts[node]!; arc < incoming.starts[node + 1]!; arc++) {
        const j = places[incoming.nodes[arc]!]!;
        if (j >= 0) take(i, j, incoming.weights[arc]! / totals[i]!);
      }
    });
  const solved = size > LARGEST_DENSE ? byRounds(given, inner) : atOnce(given, inner);
  members.forEach((node, i) => (levels[node] = solved[i]!));
}

type Inner = (take: (i: number, j: number, share: number) => void) => void;

function atOnce(given: Float64Array, inner: Inner): Float64Array {
  const size = given.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  inner((i, j, share) => (matrix[i * size + j]! -= share));
  solveDense(matrix, given, size);
  return given;
}

/** Each round counts one more step back, so that levels only rise. */
function byRounds(given: Float64Array, inner: Inner): Float64Array {
  let levels = given.slice();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = given.slice();
    inner((i, j, share) => (next[i]! += share * levels[j]!));
    const change = next.reduce((most, level, i) => Math.max(most, level - levels[i]!), 0);
    levels = next;
    if (change < SETTLED) return levels;
  }
  throw new RangeError(`no trophic levels after ${MOST_ROUNDS} rounds`);
}
