import { buildFlowGraph, reverseGraph, undirectedGraph, withoutWeights } from './flow-graph.js';
import { graphOfRows } from './graph-of-rows.js';

const plain = (column: ArrayLike<number>) => Array.from(column);

it('adds parallel rows up, keeps loops apart and drops rows without weight', () => {
  const graph = graphOfRows(3, [
    [0, 2, 1],
    [0, 1, 2],
    [0, 2, 4],
    [2, 0, 8],
    [1, 1, 3],
    [1, 2, 0],
  ]);

  expect(graph.arcs).toBe(3);
  expect(plain(graph.out.starts)).toEqual([0, 2, 2, 3]);
  expect(plain(graph.out.nodes)).toEqual([1, 2, 0]);
  expect(plain(graph.out.weights)).toEqual([2, 5, 8]);
  expect(plain(graph.in.starts)).toEqual([0, 1, 2, 3]);
  expect(plain(graph.in.nodes)).toEqual([2, 0, 0]);
  expect(plain(graph.in.weights)).toEqual([8, 2, 5]);
  expect(plain(graph.loops)).toEqual([0, 3, 0]);
  expect(graph.dropped).toEqual({ loops: 1, parallel: 1, weightless: 1 });
});

it('has an undirected edge at both ends, whichever way its rows are given', () => {
  const graph = graphOfRows(
    2,
    [
      [0, 1, 1],
      [1, 0, 4],
    ],
    { isDirected: false },
  );

  expect(graph.arcs).toBe(1);
  expect(plain(graph.out.nodes)).toEqual([1, 0]);
  expect(plain(graph.out.weights)).toEqual([5, 5]);
  expect(graph.dropped.parallel).toBe(1);
});

it('turns flows around, joins both directions, and forgets weights', () => {
  const graph = graphOfRows(3, [
    [0, 1, 2],
    [1, 0, 3],
    [1, 2, 7],
  ]);

  expect(plain(reverseGraph(graph).out.nodes)).toEqual([1, 0, 1]);
  expect(plain(undirectedGraph(graph).out.weights)).toEqual([5, 5, 7, 7]);
  expect(plain(undirectedGraph(withoutWeights(graph)).out.weights)).toEqual([2, 2, 1, 1]);
});

it('adds the same rows to the same bits in any order', () => {
  const rows = [
    [0, 1, 0.1],
    [0, 1, 0.2],
    [0, 1, 0.3],
  ] as const;

  expect(graphOfRows(2, rows).out.weights).toEqual(graphOfRows(2, [...rows].reverse()).out.weights);
});

const [one, two] = [Int32Array.of(0), Int32Array.of(0, 1)];
it.each([
  ['arrays of different lengths', { nodes: 2, sources: one, targets: two, weights: null }],
  ['too few weights', { nodes: 2, sources: two, targets: two, weights: Float64Array.of(1) }],
  ['a node that is not there', { nodes: 1, sources: two, targets: two, weights: null }],
  ['a negative node', { nodes: 1, sources: Int32Array.of(-1), targets: one, weights: null }],
  ['a negative weight', { nodes: 1, sources: one, targets: one, weights: Float64Array.of(-1) }],
  ['no number', { nodes: 1, sources: one, targets: one, weights: Float64Array.of(NaN) }],
  ['half a node', { nodes: 0.5, sources: one, targets: one, weights: null }],
])('refuses %s', (_, rows) => {
  expect(() => buildFlowGraph(rows, { isDirected: true })).toThrow(RangeError);
});
