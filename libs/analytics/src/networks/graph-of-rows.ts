import { buildFlowGraph, type FlowGraph } from './flow-graph.js';

/** A small graph for specs: rows of source, target and, where it is not 1, weight. */
export function graphOfRows(
  nodes: number,
  rows: readonly (readonly [number, number, number?])[],
  { isDirected = true }: { isDirected?: boolean } = {},
): FlowGraph {
  return buildFlowGraph(
    {
      nodes,
      sources: Int32Array.from(rows, ([source]) => source),
      targets: Int32Array.from(rows, ([, target]) => target),
      weights: Float64Array.from(rows, ([, , weight]) => weight ?? 1),
    },
    { isDirected },
  );
}
