import { betweenness, combineBetweenness } from './betweenness.js';
import { graphOfRows } from './graph-of-rows.js';

const plain = (column: ArrayLike<number>) => Array.from(column);
// two ways from 0 to 3, then on to 4
const DIAMOND = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
  [3, 4],
] as const;

it('shares a pair out among its shortest paths', () => {
  const { raw, normalised, edges } = betweenness(graphOfRows(5, DIAMOND), { withEdges: true });

  expect(plain(raw)).toEqual([0, 1, 1, 3, 0]); // 0-3 and 0-4 halve; 0, 1 and 2 reach 4 by 3
  expect(plain(normalised)).toEqual([0, 1 / 12, 1 / 12, 3 / 12, 0]);
  expect(plain(edges!.raw)).toEqual([2, 2, 3, 3, 4]); // 0-1 0-2 1-3 2-3 3-4
});

it('counts undirected pairs once', () => {
  const star = graphOfRows(
    4,
    [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
    { isDirected: false },
  );

  const { raw, normalised, edges } = betweenness(star, { withEdges: true });

  expect(plain(raw)).toEqual([3, 0, 0, 0]);
  expect(plain(normalised)).toEqual([1, 0, 0, 0]);
  expect(plain(edges!.raw)).toEqual([3, 3, 3, 3, 3, 3]); // at both places of three edges
});

it('takes the cheapest way, and lengths that differ by rounding as the same', () => {
  const graph = graphOfRows(5, [...DIAMOND, [0, 4]]); // arcs by source: 01 02 04 13 23 34
  const costs = Float64Array.of(0.1, 0.3, 0.9, 0.2 + 0.1, 0.1, 0.1); // 0.1 + 0.3 and 0.3 + 0.1

  expect(plain(betweenness(graph, { costs }).raw)).toEqual([0, 1, 1, 3, 0]);
});

it('counts more paths than a number can hold', () => {
  const diamonds = 1200; // 2^1200 shortest paths from end to end
  const rows = Array.from({ length: diamonds }, (_, i) =>
    DIAMOND.slice(0, 4).map(([source, target]) => [3 * i + source, 3 * i + target] as const),
  );

  const { raw } = betweenness(graphOfRows(3 * diamonds + 1, rows.flat()));

  const before = 3 * 600; // the joint in the middle: all before it, times all behind it
  expect(raw[before]).toBeCloseTo(before * (3 * diamonds - before), 3);
  expect(raw[before + 1]).toBeCloseTo(((before + 1) * (3 * diamonds - before - 2)) / 2, 3);
});

it('says how far a sample may be off', () => {
  const ring = Array.from({ length: 60 }, (_, i) => [i, (i + 1) % 60] as const);
  const graph = graphOfRows(60, [...ring, [0, 30], [10, 45]]);

  const { normalised, error } = betweenness(graph, { pivots: { count: 40, seed: 1 } });

  const exact = betweenness(graph).normalised;
  // 60/59 sqrt(ln(120 / 0.05) / 80)
  expect(error!.bound).toBeCloseTo(0.3172, 4);
  normalised.forEach((score, node) => {
    expect(Math.abs(score - exact[node]!)).toBeLessThan(error!.bound);
    expect(Math.abs(score - exact[node]!)).toBeLessThan(4 * error!.standardErrors[node]! + 1e-9);
  });
});

it.each([0, 1, 2])('has no scores among %i nodes', (nodes) => {
  const { raw, normalised } = betweenness(graphOfRows(nodes, nodes === 2 ? [[0, 1]] : []));

  expect(plain(raw)).toEqual(Array(nodes).fill(0));
  expect(plain(normalised)).toEqual(Array(nodes).fill(0));
});

it('refuses costs that are none, pivots that are not there and parts that are not whole', () => {
  const graph = graphOfRows(2, [[0, 1]]);

  expect(() => betweenness(graph, { costs: Float64Array.of(0) })).toThrow(RangeError);
  expect(() => betweenness(graph, { costs: Float64Array.of(1, 1) })).toThrow(RangeError);
  expect(() => betweenness(graph, { pivots: { count: 3, seed: 1 } })).toThrow(RangeError);
  expect(() => combineBetweenness(graph, {}, [])).toThrow(RangeError);
});
