import { buildFlowGraph, randomNumber, type FlowGraph } from '@cluster-atlas/analytics';

const SEED = 42;

/** Ends of arcs, as columns that a reference can read. */
export interface NetworkRows {
  sources: Float64Array;
  targets: Float64Array;
}

/** So many arcs between ends drawn uniformly and independently; a few are loops or parallel. */
export function generateNetwork(nodes: number, arcs: number): NetworkRows {
  const draw = (i: number) =>
    Math.floor(randomNumber({ seed: SEED, simulation: 0, draw: i }) * nodes);
  return {
    sources: Float64Array.from({ length: arcs }, (_, arc) => draw(2 * arc)),
    targets: Float64Array.from({ length: arcs }, (_, arc) => draw(2 * arc + 1)),
  };
}

export function graphOfNetwork(
  { sources, targets }: NetworkRows,
  { nodes, isDirected }: { nodes: number; isDirected: boolean },
): FlowGraph {
  return buildFlowGraph(
    { nodes, sources: Int32Array.from(sources), targets: Int32Array.from(targets), weights: null },
    { isDirected },
  );
}
