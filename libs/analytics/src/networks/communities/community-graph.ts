import { undirectedGraph, type FlowGraph } from '../flow-graph.js';
import { groupArcs, sortArcs } from '../sort-arcs.js';

/** What communities are judged by; see `communityQuality`. */
export interface QualityOptions {
  /** Default `modularity`. */
  quality?: 'modularity' | 'cpm';
  /** Above 1 for smaller communities, below for larger; for `cpm` the density within. Default 1. */
  resolution?: number;
}

/**
 * A graph in the form that moving nodes needs. A node v gains `w - penalty * (supply v * demand C +
 * demand v * supply C)` by joining the community C, w being all that flows between them, and that
 * holds for modularity, directed or not, and for the constant Potts model.
 */
export interface CommunityGraph {
  /** Edges at both ends, without loops, the flows of both directions added. */
  starts: Int32Array;
  nodes: Int32Array;
  weights: Float64Array;
  supply: Float64Array;
  demand: Float64Array;
  penalty: number;
  /** Of an edge of the first graph, on average: the unit of gains. */
  unit: number;
}

export function buildCommunityGraph(graph: FlowGraph, options: QualityOptions): CommunityGraph {
  const { quality = 'modularity', resolution = 1 } = options;
  const { nodes: n, isDirected } = graph;
  const { starts, nodes, weights } = undirectedGraph(graph).out;
  const { supply, demand, total } = flowTotals(graph);
  const unit = weights.length > 0 ? weights.reduce((sum, next) => sum + next) / weights.length : 1;
  const edges = { starts, nodes, weights, unit };
  if (quality === 'cpm') {
    const ones = new Float64Array(n).fill(1);
    return {
      ...edges,
      supply: ones,
      demand: ones,
      penalty: isDirected ? resolution : resolution / 2,
    };
  }
  // an undirected edge is in the totals of both its ends, and of a pair of nodes only once in w
  const penalty = total === 0 ? 0 : resolution / (isDirected ? total : 2 * total);
  return { ...edges, supply, demand, penalty };
}

/** @returns what each node supplies and buys, loops included, and all flows; of edges, both ends */
export function flowTotals({ nodes: n, isDirected, out, in: incoming, loops }: FlowGraph): {
  supply: Float64Array;
  demand: Float64Array;
  total: number;
} {
  const sum = ({ starts, weights }: FlowGraph['out']) =>
    Float64Array.from({ length: n }, (_, node) => {
      let flow = (isDirected ? 1 : 2) * loops[node]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) flow += weights[arc]!;
      return flow;
    });
  const supply = sum(out);
  const demand = isDirected ? sum(incoming) : supply;
  return { supply, demand, total: supply.reduce((total, next) => total + next, 0) };
}

/** @param labels communities from 0 up to, without, `count`; they become the nodes */
export function aggregate(
  graph: CommunityGraph,
  labels: Int32Array,
  count: number,
): CommunityGraph {
  const { starts, nodes, weights } = graph;
  const sources = new Int32Array(nodes.length);
  const targets = new Int32Array(nodes.length);
  const flows = new Float64Array(nodes.length);
  const supply = new Float64Array(count);
  const demand = new Float64Array(count);
  let kept = 0;
  for (let node = 0; node < labels.length; node++) {
    const label = labels[node]!;
    supply[label]! += graph.supply[node]!;
    demand[label]! += graph.demand[node]!;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
      const other = labels[nodes[arc]!]!;
      if (other === label) continue;
      sources[kept] = label;
      targets[kept] = other;
      flows[kept++] = weights[arc]!;
    }
  }
  const arcs = {
    sources: sources.subarray(0, kept),
    targets: targets.subarray(0, kept),
    weights: flows.subarray(0, kept),
  };
  return { ...graph, ...groupArcs(count, sortArcs(count, arcs)), supply, demand };
}

/** Numbers communities anew from 0, by their first node. */
export function renumber(labels: Int32Array): { labels: Int32Array; count: number } {
  const numbers = new Int32Array(labels.length).fill(-1);
  let count = 0;
  const renumbered = labels.map((label) => {
    if (numbers[label]! < 0) numbers[label] = count++;
    return numbers[label]!;
  });
  return { labels: renumbered, count };
}
