import { BUYS, SUPPLIES } from './fold-pendants.js';
import type { Adjacency, FlowGraph } from './flow-graph.js';
import type { PathCore } from './path-core.js';

/** What the searches added up, of ordered pairs; by node and by arc of the core. */
interface CoreSums {
  nodes: Float64Array;
  edges: Float64Array | null;
  /** How many nodes reach each one, itself included. */
  reached: Float64Array;
  /** How many each one reaches, without itself. */
  reach: readonly number[];
}

/**
 * From the core to the graph. For a folded node, everything follows from what its neighbour reaches
 * and is reached by: its branch has no other way out.
 */
export function scoreFolded(
  graph: FlowGraph,
  core: PathCore,
  sums: CoreSums,
): { nodes: Float64Array; edges: Float64Array | null } {
  const { parents, kinds, order, sources, beyond, within } = core.folding;
  const nodes = new Float64Array(graph.nodes);
  const reached = new Float64Array(graph.nodes);
  const reach = new Float64Array(graph.nodes);
  const edges = sums.edges && new Float64Array(graph.out.nodes.length);
  core.nodes.forEach((node, number) => {
    nodes[node] = sums.nodes[number]! - within[node]!;
    reached[node] = sums.reached[number]!;
    reach[node] = sums.reach[number] ?? 0;
  });
  if (edges) core.arcs.forEach((arc, number) => (edges[arc] = sums.edges![number]!));
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i]!;
    const parent = parents[node]!;
    const isSupplier = (kinds[node]! & SUPPLIES) > 0;
    const isBuyer = (kinds[node]! & BUYS) > 0;
    const isBoth = isSupplier && isBuyer;
    const own = sources[node]!;
    const below = beyond[node]!;
    const outwards = isSupplier ? 1 + reach[parent]! - (isBoth ? 1 + below : 0) : 0;
    const inwards = isBuyer ? reached[parent]! - (isBoth ? own : 0) : 0;
    reach[node] = outwards + below;
    reached[node] = inwards + own;
    nodes[node] = (own - 1) * (outwards + below) + inwards * below - within[node]!;
    if (!edges) continue;
    if (isSupplier) edges[arcBetween(graph.out, node, parent)] = own * outwards;
    if (isBuyer) edges[arcBetween(graph.out, parent, node)] = inwards * (1 + below);
  }
  return { nodes, edges };
}

/** Of both directions of an undirected edge, at both of its places. */
export function addOppositeArcs({ nodes, out }: FlowGraph, flows: Float64Array): void {
  const next = out.starts.slice();
  for (let node = 0; node < nodes; node++) {
    for (let arc = out.starts[node]!; arc < out.starts[node + 1]!; arc++) {
      const other = out.nodes[arc]!;
      const opposite = next[other]!++; // its arcs lead to ever later nodes
      if (other < node) continue;
      flows[arc] = flows[opposite] = flows[arc]! + flows[opposite]!;
    }
  }
}

/** @returns the place of the arc, or -1 where there is none */
export function arcBetween({ starts, nodes }: Adjacency, from: number, to: number): number {
  let low = starts[from]!;
  let high = starts[from + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (nodes[middle] === to) return middle;
    if (nodes[middle]! < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
