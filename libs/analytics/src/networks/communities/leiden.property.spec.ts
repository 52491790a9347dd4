import fc from 'fast-check';
import { buildFlowGraph, undirectedGraph, type FlowGraph } from '../flow-graph.js';
import { communityQuality } from './community-quality.js';
import { leiden, type LeidenOptions } from './leiden.js';

const rowsOf = (nodes: number) => {
  const node = fc.integer({ min: 0, max: nodes - 1 });
  return fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 9 })), { maxLength: 3 * nodes });
};

const graphs: fc.Arbitrary<FlowGraph> = fc
  .record({ nodes: fc.integer({ min: 1, max: 25 }), isDirected: fc.boolean() })
  .chain(({ nodes, isDirected }) =>
    rowsOf(nodes).map((rows) =>
      buildFlowGraph(
        {
          nodes,
          sources: Int32Array.from(rows, ([source]) => source),
          targets: Int32Array.from(rows, ([, target]) => target),
          weights: Float64Array.from(rows, ([, , weight]) => weight),
        },
        { isDirected },
      ),
    ),
  );

const criteria: fc.Arbitrary<LeidenOptions> = fc.record({
  quality: fc.constantFrom('modularity', 'cpm'),
  resolution: fc.constantFrom(0.3, 1, 2.5),
  seed: fc.integer({ min: 0, max: 1000 }),
  rounds: fc.constantFrom(1, 10),
  restarts: fc.constant(1),
});

it('finds communities that are connected', () => {
  fc.assert(
    fc.property(graphs, criteria, (graph, options) => {
      const { labels, count } = leiden(graph, options);

      const { out } = undirectedGraph(graph);
      for (let community = 0; community < count; community++) {
        const members = Array.from(labels.keys()).filter((node) => labels[node] === community);
        const reached = new Set([members[0]!]);
        for (const node of reached) {
          const ends = out.nodes.subarray(out.starts[node], out.starts[node + 1]);
          ends.forEach((end) => labels[end] === community && reached.add(end));
        }
        expect(reached.size).toBe(members.length);
      }
    }),
    { seed: 1, numRuns: 150 },
  );
});

it('leaves no node that would gain by moving to another community or to one of its own', () => {
  fc.assert(
    fc.property(graphs, criteria, (graph, options) => {
      const { labels, count, quality } = leiden(graph, options);

      for (let node = 0; node < graph.nodes; node++) {
        for (let community = 0; community <= Math.min(count, graph.nodes - 1); community++) {
          const moved = labels.slice();
          moved[node] = community;
          const other = communityQuality(graph, moved, options);
          expect((other ?? 0) - (quality ?? 0)).toBeLessThan(1e-9);
        }
      }
    }),
    { seed: 1, numRuns: 40 },
  );
});

it('says the quality that the definition gives, pair by pair', () => {
  fc.assert(
    fc.property(graphs, criteria, (graph, options) => {
      const { labels, quality } = leiden(graph, options);

      const n = graph.nodes;
      const flows = Array.from({ length: n }, () => new Float64Array(n));
      for (let node = 0; node < n; node++) {
        flows[node]![node] = (graph.isDirected ? 1 : 2) * graph.loops[node]!;
        for (let arc = graph.out.starts[node]!; arc < graph.out.starts[node + 1]!; arc++) {
          flows[node]![graph.out.nodes[arc]!] = graph.out.weights[arc]!;
        }
      }
      const supply = flows.map((row) => row.reduce((sum, flow) => sum + flow, 0));
      const demand = flows.map((_, j) => flows.reduce((sum, row) => sum + row[j]!, 0));
      const total = supply.reduce((sum, flow) => sum + flow, 0);
      let expected = 0;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          if (labels[i] !== labels[j] || (options.quality === 'cpm' && i === j)) continue;
          expected +=
            options.quality === 'cpm'
              ? flows[i]![j]! - options.resolution!
              : (flows[i]![j]! - (options.resolution! * supply[i]! * demand[j]!) / total) / total;
        }
      }
      if (options.quality === 'modularity' && total === 0) expect(quality).toBeNull();
      else expect(quality).toBeCloseTo(expected, 9);
    }),
    { seed: 1, numRuns: 80 },
  );
});

it('finds the same in another currency, and the same again', () => {
  fc.assert(
    fc.property(graphs, fc.integer({ min: 0, max: 99 }), (graph, seed) => {
      const scale = (side: FlowGraph['out']) => ({
        ...side,
        weights: side.weights.map((weight) => weight * 1024),
      });
      const out = scale(graph.out);
      const incoming = graph.isDirected ? scale(graph.in) : out;
      const loops = graph.loops.map((weight) => weight * 1024);
      const dearer = { ...graph, out, in: incoming, loops };

      const { labels } = leiden(graph, { seed, restarts: 2 });

      expect(leiden(dearer, { seed, restarts: 2 }).labels).toEqual(labels);
      expect(leiden(graph, { seed, restarts: 2 }).labels).toEqual(labels);
    }),
    { seed: 1, numRuns: 20 },
  );
});
