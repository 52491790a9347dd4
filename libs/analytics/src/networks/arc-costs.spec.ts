import { arcCosts } from './arc-costs.js';
import { buildFlowGraph } from './flow-graph.js';

it('takes the cheapest of parallel rows, both ways of an edge, and none of loops', () => {
  const rows = {
    nodes: 3,
    sources: Int32Array.of(0, 1, 1, 2),
    targets: Int32Array.of(1, 0, 2, 2),
    weights: null,
  };
  const costs = Float64Array.of(5, 2, 7, 1);

  const directed = arcCosts(buildFlowGraph(rows, { isDirected: true }), rows, costs);
  const undirected = arcCosts(buildFlowGraph(rows, { isDirected: false }), rows, costs);

  expect(Array.from(directed)).toEqual([5, 2, 7]);
  expect(Array.from(undirected)).toEqual([2, 2, 7, 7]);
});
