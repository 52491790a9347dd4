import type { FlowGraph } from './flow-graph.js';

export interface Degrees {
  /** n, suppliers and buyers of each node; of an undirected graph the same. */
  suppliers: Int32Array;
  buyers: Int32Array;
  /** n, what flows in and out. */
  inflow: Float64Array;
  outflow: Float64Array;
}

/** Loops are left out. */
export function degrees({ nodes: n, in: incoming, out }: FlowGraph): Degrees {
  const count = ({ starts }: FlowGraph['out']) =>
    Int32Array.from({ length: n }, (_, node) => starts[node + 1]! - starts[node]!);
  const sum = ({ starts, weights }: FlowGraph['out']) =>
    Float64Array.from({ length: n }, (_, node) =>
      weights.subarray(starts[node], starts[node + 1]).reduce((total, next) => total + next, 0),
    );
  return {
    suppliers: count(incoming),
    buyers: count(out),
    inflow: sum(incoming),
    outflow: sum(out),
  };
}
