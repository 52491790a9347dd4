import fc from 'fast-check';
import { connectedComponents, strongComponents } from './components.js';
import { cutPoints } from './cut-points.js';
import { undirectedGraph, type FlowGraph } from './flow-graph.js';
import { graphOfRows } from './graph-of-rows.js';
import { kCore, type CoreSide } from './k-core.js';

const graphs: fc.Arbitrary<FlowGraph> = fc
  .record({ nodes: fc.integer({ min: 1, max: 12 }), isDirected: fc.boolean() })
  .chain(({ nodes, isDirected }) => {
    const node = fc.integer({ min: 0, max: nodes - 1 });
    return fc
      .array(fc.tuple(node, node), { maxLength: 24 })
      .map((rows) => graphOfRows(nodes, rows, { isDirected }));
  });

const endsOf = ({ starts, nodes }: FlowGraph['out'], node: number) =>
  Array.from(nodes.subarray(starts[node], starts[node + 1]));

/** How many parts are left without a node and without an edge. */
function countParts(
  graph: FlowGraph,
  without: { node?: number; edge?: readonly number[] },
): number {
  const seen = new Set(without.node === undefined ? [] : [without.node]);
  let parts = 0;
  for (let root = 0; root < graph.nodes; root++) {
    if (seen.has(root)) continue;
    parts++;
    const open = [root];
    seen.add(root);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const other of endsOf(graph.out, node)) {
        const isCut = without.edge?.includes(node) && without.edge.includes(other);
        if (isCut || seen.has(other)) continue;
        seen.add(other);
        open.push(other);
      }
    }
  }
  return parts;
}

it('finds the nodes and edges without which more parts are left', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { isArticulation, bridges } = cutPoints(graph);

      const undirected = undirectedGraph(graph);
      const parts = countParts(undirected, {});
      expect(connectedComponents(graph).count).toBe(parts);
      for (let node = 0; node < graph.nodes; node++) {
        expect(isArticulation[node] === 1).toBe(countParts(undirected, { node }) > parts);
        for (const other of endsOf(undirected.out, node)) {
          if (other < node) continue;
          const isBridge = bridges.some(([a, b]) => a === node && b === other);
          expect(isBridge).toBe(countParts(undirected, { edge: [node, other] }) > parts);
        }
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

it('puts nodes together that reach each other', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const { labels } = strongComponents(graph);

      const reach = Array.from({ length: graph.nodes }, (_, root) => {
        const reached = new Set([root]);
        for (const node of reached) endsOf(graph.out, node).forEach((end) => reached.add(end));
        return reached;
      });
      for (let a = 0; a < graph.nodes; a++) {
        for (let b = 0; b < graph.nodes; b++) {
          expect(labels[a] === labels[b]).toBe(reach[a]!.has(b) && reach[b]!.has(a));
        }
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

it.each<CoreSide>(['in', 'out', 'all'])('peels off nodes with too few arcs, of %s', (side) => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const cores = kCore(graph, side);

      const sides = !graph.isDirected
        ? [graph.out]
        : [...(side === 'out' ? [] : [graph.in]), ...(side === 'in' ? [] : [graph.out])];
      const expected = new Int32Array(graph.nodes);
      for (let k = 1; k <= graph.nodes * 2; k++) {
        const left = new Set(expected.keys());
        const degree = (node: number) =>
          sides.flatMap((arcs) => endsOf(arcs, node)).filter((end) => left.has(end)).length;
        for (let size = -1; size !== left.size;) {
          size = left.size;
          [...left].filter((node) => degree(node) < k).forEach((node) => left.delete(node));
        }
        left.forEach((node) => (expected[node] = k));
      }
      expect(cores).toEqual(expected);
    }),
    { seed: 1, numRuns: 100 },
  );
});
