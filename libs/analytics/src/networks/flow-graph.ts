import { groupArcs, mirror, sortArcs, type ArcList } from './sort-arcs.js';

export interface Arcs {
  /** How many; numbered from 0. */
  nodes: number;
  /** m suppliers. */
  sources: Int32Array;
  /** m buyers. */
  targets: Int32Array;
  /** m flow values, not negative; null: each row counts 1. */
  weights: Float64Array | null;
}

/** The arcs of node i lie at `starts[i]` to `starts[i + 1]`, in the order of their other ends. */
export interface Adjacency {
  starts: Int32Array;
  /** The other ends. */
  nodes: Int32Array;
  weights: Float64Array;
}

/** Who supplies whom, without loops and without two arcs for one pair. */
export interface FlowGraph {
  nodes: number;
  isDirected: boolean;
  /** Arcs; edges where the graph is undirected. */
  arcs: number;
  /** From suppliers to buyers. An undirected edge lies at both of its ends. */
  out: Adjacency;
  /** From buyers to suppliers; of an undirected graph the same as `out`. */
  in: Adjacency;
  /** What each node supplies to itself. */
  loops: Float64Array;
  /** Rows of the input that were loops, that were added to another row's arc, that weighed nothing. */
  dropped: { loops: number; parallel: number; weightless: number };
}

/**
 * The graph of rows of flows. Parallel rows are added up, in an order of their own, so that the
 * result does not depend on the order of rows; loops are kept apart; a row of weight 0 is no arc.
 *
 * @throws {RangeError} if the arrays differ in length, a node is not below `nodes`, or a weight is
 * negative or not finite
 */
export function buildFlowGraph(rows: Arcs, { isDirected }: { isDirected: boolean }): FlowGraph {
  check(rows);
  const { nodes, sources, targets } = rows;
  const weightOf = (row: number) => (rows.weights ? rows.weights[row]! : 1);
  const loopRows: number[] = [];
  const list: ArcList = {
    sources: new Int32Array(sources.length),
    targets: new Int32Array(sources.length),
    weights: new Float64Array(sources.length),
  };
  let count = 0;
  let weightless = 0;
  for (let row = 0; row < sources.length; row++) {
    if (weightOf(row) === 0) weightless++;
    else if (sources[row] === targets[row]) loopRows.push(row);
    else {
      list.sources[count] = sources[row]!;
      list.targets[count] = targets[row]!;
      list.weights[count++] = weightOf(row);
    }
  }
  const proper = {
    sources: list.sources.subarray(0, count),
    targets: list.targets.subarray(0, count),
    weights: list.weights.subarray(0, count),
  };
  const loops = new Float64Array(nodes);
  loopRows.sort((a, b) => weightOf(a) - weightOf(b));
  for (const row of loopRows) loops[sources[row]!]! += weightOf(row);
  const out = groupArcs(nodes, sortArcs(nodes, isDirected ? proper : mirror(proper)));
  const arcs = isDirected ? out.nodes.length : out.nodes.length / 2;
  const dropped = { loops: loopRows.length, parallel: count - arcs, weightless };
  const incoming = isDirected ? turnAround(nodes, out) : out;
  return { nodes, isDirected, arcs, out, in: incoming, loops, dropped };
}

/** The same flows the other way round. */
export function reverseGraph(graph: FlowGraph): FlowGraph {
  return { ...graph, out: graph.in, in: graph.out };
}

/** The same arcs, each of weight 1. */
export function withoutWeights(graph: FlowGraph): FlowGraph {
  const ones = (side: Adjacency) => ({ ...side, weights: side.weights.map(() => 1) });
  const out = ones(graph.out);
  const loops = graph.loops.map((weight) => (weight > 0 ? 1 : 0));
  return { ...graph, out, in: graph.isDirected ? ones(graph.in) : out, loops };
}

/** One edge for each pair with an arc, of the weight of both directions together. */
export function undirectedGraph(graph: FlowGraph): FlowGraph {
  if (!graph.isDirected) return graph;
  const { nodes, loops, dropped } = graph;
  const out = groupArcs(nodes, sortArcs(nodes, mirror(listArcs(graph))));
  return { nodes, isDirected: false, arcs: out.nodes.length / 2, out, in: out, loops, dropped };
}

/** Source, target and weight of every arc of `out`, in its order. */
export function listArcs({ nodes, out }: Pick<FlowGraph, 'nodes' | 'out'>): ArcList {
  const sources = new Int32Array(out.nodes.length);
  for (let node = 0; node < nodes; node++) {
    sources.fill(node, out.starts[node], out.starts[node + 1]);
  }
  return { sources, targets: out.nodes, weights: out.weights };
}

function turnAround(nodes: number, out: Adjacency): Adjacency {
  const { sources, targets, weights } = listArcs({ nodes, out });
  return groupArcs(nodes, sortArcs(nodes, { sources: targets, targets: sources, weights }));
}

function check({ nodes, sources, targets, weights }: Arcs): void {
  if (!Number.isInteger(nodes) || nodes < 0) {
    throw new RangeError(`${nodes} is not a number of nodes`);
  }
  if (sources.length !== targets.length || (weights && weights.length !== sources.length)) {
    const words = weights ? `, ${weights.length} weights` : '';
    throw new RangeError(`${sources.length} sources, ${targets.length} targets${words}`);
  }
  for (let row = 0; row < sources.length; row++) {
    for (const node of [sources[row]!, targets[row]!]) {
      if (node < 0 || node >= nodes) throw new RangeError(`node ${node} of ${nodes} nodes`);
    }
    const weight = weights ? weights[row]! : 1;
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`the weight ${weight} of arc ${row} is not a number from 0`);
    }
  }
}
