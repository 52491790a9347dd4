import { influenceVector, pageRank } from './page-rank.js';
import { graphOfRows } from './graph-of-rows.js';
import { reverseGraph } from './flow-graph.js';

const close = (found: ArrayLike<number>, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(found[i]).toBeCloseTo(value, 10));
};

it('goes along flows by their weight, and anywhere from nodes that supply nobody', () => {
  const graph = graphOfRows(3, [
    [0, 1, 3],
    [0, 2, 1],
    [1, 0, 1],
  ]);

  // networkx 2.8.8: nx.pagerank(g, tol=1e-15), g of these rows
  close(pageRank(graph), [0.4263900893114369, 0.3774128493229619, 0.19619706136560072]);
});

it('counts what a node supplies to itself', () => {
  // networkx 2.8.8, tol=1e-15, edges (0, 0, 1), (0, 1, 1), (1, 0, 1)
  close(
    pageRank(
      graphOfRows(2, [
        [0, 0],
        [0, 1],
        [1, 0],
      ]),
    ),
    [0.6491228070175438, 0.3508771929824562],
  );
});

it('is even without flows, and empty without nodes', () => {
  close(pageRank(graphOfRows(4, [])), [0.25, 0.25, 0.25, 0.25]);
  close(pageRank(graphOfRows(0, [])), []);
});

it('is the influence of suppliers along purchases', () => {
  const graph = graphOfRows(3, [
    [0, 1],
    [0, 2],
    [1, 0],
    [2, 0],
  ]);

  // by hand: v0 = 1/6 + (v1 + v2) / 2, v1 = v2 = 1/6 + v0 / 4
  close(influenceVector(graph, 0.5), [4 / 9, 5 / 18, 5 / 18]);
  expect(influenceVector(graph, 0.15)).toEqual(pageRank(reverseGraph(graph), { damping: 0.85 }));
});

it.each([-0.1, 1, NaN])('refuses a damping of %d', (damping) => {
  expect(() => pageRank(graphOfRows(1, []), { damping })).toThrow(RangeError);
});

it('refuses a labour share of nothing', () => {
  expect(() => influenceVector(graphOfRows(1, []), 0)).toThrow(RangeError);
});
