import { reverseGraph, type FlowGraph } from './flow-graph.js';

export interface PageRankOptions {
  /** The share that goes on along arcs, from 0 to below 1; default 0.85. */
  damping?: number;
  /** Stops when the shares change by less than n times this in all; default 10^-14. */
  tolerance?: number;
}

/** At a damping of 0.85 some 200 rounds reach the last digit. */
const MOST_ROUNDS = 10_000;

/**
 * The share of time that a walk spends at each node, which goes along arcs by their weight and at
 * times, and from nodes that supply nobody, to any node. Loops count. Who matters as a buyer of
 * buyers; on the reversed graph, who matters as a supplier of suppliers.
 *
 * The default tolerance is far below networkx's 10^-6, so that the error is below 10^-9.
 *
 * Source: Page, Brin, Motwani and Winograd (1999), The PageRank citation ranking, Stanford InfoLab;
 * the stop as networkx has it.
 *
 * @returns n shares, which add up to 1
 * @throws {RangeError} if the damping is not in [0, 1), or so near 1 that the shares do not settle
 */
export function pageRank(graph: FlowGraph, options: PageRankOptions = {}): Float64Array {
  const { damping = 0.85, tolerance = 1e-14 } = options;
  if (!(damping >= 0 && damping < 1))
    throw new RangeError(`the damping ${damping} is not in [0, 1)`);
  const { nodes: n, in: incoming, loops } = graph;
  const outflows = outflowsOf(graph);
  let shares = new Float64Array(n).fill(1 / n);
  let next = new Float64Array(n);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let stuck = 0;
    for (let node = 0; node < n; node++) if (outflows[node] === 0) stuck += shares[node]!;
    const anywhere = (damping * stuck + 1 - damping) / n;
    let change = 0;
    for (let node = 0; node < n; node++) {
      let sum = loops[node]! > 0 ? (shares[node]! * loops[node]!) / outflows[node]! : 0;
      for (let arc = incoming.starts[node]!; arc < incoming.starts[node + 1]!; arc++) {
        const source = incoming.nodes[arc]!;
        sum += (shares[source]! * incoming.weights[arc]!) / outflows[source]!;
      }
      next[node] = damping * sum + anywhere;
      change += Math.abs(next[node]! - shares[node]!);
    }
    [shares, next] = [next, shares];
    if (change < n * tolerance || n === 0) return shares;
  }
  throw new RangeError(`no page rank after ${MOST_ROUNDS} rounds at the damping ${damping}`);
}

function outflowsOf({ out, loops }: FlowGraph): Float64Array {
  const { starts, weights } = out;
  return loops.map((loop, node) => {
    let sum = loop;
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) sum += weights[arc]!;
    return sum;
  });
}

/**
 * How much of a shock to the productivity of each firm, or sector, the whole economy feels, where
 * each spends the labour share on labour and the rest on inputs: the page rank along purchases.
 * What those without suppliers would buy comes from anybody, so that the shares add up to 1.
 *
 * Source: Acemoglu, Carvalho, Ozdaglar and Tahbaz-Salehi (2012), The network origins of aggregate
 * fluctuations, Econometrica 80(5), eq. 4.
 *
 * @throws {RangeError} if the labour share is not in (0, 1]
 */
export function influenceVector(graph: FlowGraph, labourShare: number): Float64Array {
  if (!(labourShare > 0 && labourShare <= 1)) {
    throw new RangeError(`the labour share ${labourShare} is not in (0, 1]`);
  }
  return pageRank(reverseGraph(graph), { damping: 1 - labourShare });
}
