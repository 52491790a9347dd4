import fc from 'fast-check';
import {
  BETWEENNESS_BLOCKS,
  betweenness,
  betweennessPart,
  combineBetweenness,
} from './betweenness.js';
import { buildFlowGraph, type Arcs, type FlowGraph } from './flow-graph.js';

interface Case {
  rows: Arcs;
  isDirected: boolean;
}

/** Sparse, so that pendants, trees and several components abound. */
const graphs: fc.Arbitrary<Case> = fc
  .record({
    nodes: fc.integer({ min: 1, max: 12 }),
    density: fc.integer({ min: 0, max: 25 }),
    isDirected: fc.boolean(),
  })
  .chain(({ nodes, density, isDirected }) => {
    const node = fc.integer({ min: 0, max: nodes - 1 });
    return fc
      .array(fc.tuple(node, node, fc.integer({ min: 1, max: 4 })), { maxLength: density })
      .map((rows) => ({
        isDirected,
        rows: {
          nodes,
          sources: Int32Array.from(rows, ([source]) => source),
          targets: Int32Array.from(rows, ([, target]) => target),
          weights: Float64Array.from(rows, ([, , weight]) => weight),
        },
      }));
  });

/** Lists every shortest path, by trying all simple ones: nothing in common with Brandes. */
function everyPath(graph: FlowGraph, costs: Float64Array | null) {
  const nodes = new Float64Array(graph.nodes);
  const edges = new Float64Array(graph.out.nodes.length);
  for (let source = 0; source < graph.nodes; source++) {
    for (let target = 0; target < graph.nodes; target++) {
      if (source === target) continue;
      let shortest = Infinity;
      let paths: number[][] = [];
      const walk = (node: number, length: number, arcs: number[], seen: Set<number>): void => {
        if (length > shortest + 1e-9) return;
        if (node === target) {
          if (length < shortest - 1e-9) paths = [];
          shortest = Math.min(shortest, length);
          paths.push(arcs);
          return;
        }
        for (let arc = graph.out.starts[node]!; arc < graph.out.starts[node + 1]!; arc++) {
          const next = graph.out.nodes[arc]!;
          if (seen.has(next)) continue;
          const step = costs ? costs[arc]! : 1;
          walk(next, length + step, [...arcs, arc], new Set(seen).add(next));
        }
      };
      walk(source, 0, [], new Set([source]));
      for (const path of paths) {
        for (const arc of path) edges[arc]! += 1 / paths.length;
        for (const arc of path.slice(0, -1)) nodes[graph.out.nodes[arc]!]! += 1 / paths.length;
      }
    }
  }
  return { nodes, edges };
}

/** Edges at both of their places. */
function joinDirections(graph: FlowGraph, edges: Float64Array): number[] {
  const ends = Array.from({ length: graph.nodes }, (_, node) =>
    Array.from(graph.out.nodes.subarray(graph.out.starts[node], graph.out.starts[node + 1])),
  );
  return ends.flatMap((targets, source) =>
    targets.map((target, i) => {
      const back = graph.out.starts[target]! + ends[target]!.indexOf(source);
      return (edges[graph.out.starts[source]! + i]! + edges[back]!) / 2;
    }),
  );
}

const close = (found: ArrayLike<number>, expected: ArrayLike<number>) => {
  expect(found).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; i++) expect(found[i]).toBeCloseTo(expected[i]!, 9);
};

it.each(['steps', 'inverse weights'])('is what a list of all shortest paths gives, by %s', (by) => {
  fc.assert(
    fc.property(graphs, ({ rows, isDirected }) => {
      const graph = buildFlowGraph(rows, { isDirected });
      const costs = by === 'steps' ? null : graph.out.weights.map((weight) => 1 / weight);

      const found = betweenness(graph, { costs, withEdges: true });

      const expected = everyPath(graph, costs);
      close(found.raw, isDirected ? expected.nodes : expected.nodes.map((score) => score / 2));
      close(found.edges!.raw, isDirected ? expected.edges : joinDirections(graph, expected.edges));
    }),
    { seed: 1, numRuns: 300 },
  );
});

it('has the same bits however the blocks are cut', () => {
  fc.assert(
    fc.property(
      graphs,
      fc.uniqueArray(fc.integer({ min: 1, max: BETWEENNESS_BLOCKS - 1 }), { maxLength: 5 }),
      ({ rows, isDirected }, cuts) => {
        const graph = buildFlowGraph(rows, { isDirected });
        const bounds = [0, ...cuts.sort((a, b) => a - b), BETWEENNESS_BLOCKS];
        const options = { costs: graph.out.weights.map((weight) => 1 / weight), withEdges: true };
        const parts = bounds
          .slice(1)
          .map((to, i) => betweennessPart(graph, options, { from: bounds[i]!, to }));

        expect(combineBetweenness(graph, options, parts.reverse())).toEqual(
          betweenness(graph, options),
        );
      },
    ),
    { seed: 1, numRuns: 100 },
  );
});

it('does not depend on the order of rows, and on the numbers of nodes but in the last digits', () => {
  fc.assert(
    fc.property(graphs, fc.integer({ min: 1, max: 1000 }), ({ rows, isDirected }, step) => {
      const { nodes, sources, targets, weights } = rows;
      const graph = buildFlowGraph(rows, { isDirected });
      const backwards = buildFlowGraph(
        {
          nodes,
          sources: sources.slice().reverse(),
          targets: targets.slice().reverse(),
          weights: weights!.slice().reverse(),
        },
        { isDirected },
      );
      const numbers = Array.from({ length: nodes }, (_, i) => i).sort(
        (a, b) => ((a * step) % 13) - ((b * step) % 13) || b - a,
      );
      const renumbered = buildFlowGraph(
        {
          nodes,
          sources: sources.map((node) => numbers[node]!),
          targets: targets.map((node) => numbers[node]!),
          weights,
        },
        { isDirected },
      );
      const { raw } = betweenness(graph);

      expect(betweenness(backwards).raw).toEqual(raw);
      close(
        Array.from(raw, (_, i) => betweenness(renumbered).raw[numbers[i]!]!),
        raw,
      );
    }),
    { seed: 1, numRuns: 100 },
  );
});

it('takes a weight for as many rows', () => {
  fc.assert(
    fc.property(graphs, ({ rows, isDirected }) => {
      const copies = Array.from(rows.weights!).flatMap((weight, row) =>
        Array<number>(weight).fill(row),
      );
      const repeated = {
        nodes: rows.nodes,
        sources: Int32Array.from(copies, (row) => rows.sources[row]!),
        targets: Int32Array.from(copies, (row) => rows.targets[row]!),
        weights: null,
      };
      const { dropped: _, ...graph } = buildFlowGraph(rows, { isDirected });

      expect(buildFlowGraph(repeated, { isDirected })).toMatchObject(graph);
    }),
    { seed: 1, numRuns: 100 },
  );
});

it('is what all roots give where every node is a pivot', () => {
  fc.assert(
    fc.property(graphs, ({ rows, isDirected }) => {
      const graph = buildFlowGraph(rows, { isDirected });
      const pivots = { count: graph.nodes, seed: 7 };

      const { raw, error } = betweenness(graph, { pivots });

      close(raw, betweenness(graph).raw);
      expect(error!.bound).toBe(0);
      error!.standardErrors.forEach((deviation) => expect(deviation).toBe(0));
    }),
    { seed: 1, numRuns: 100 },
  );
});
