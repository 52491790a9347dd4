import { buildFlowGraph } from '../flow-graph.js';
import { communityQuality } from './community-quality.js';
import { leiden } from './leiden.js';

const graphOf = (rows: readonly (readonly [number, number])[], isDirected = false) =>
  buildFlowGraph(
    {
      nodes: 1 + Math.max(-1, ...rows.flat()),
      sources: Int32Array.from(rows, ([source]) => source),
      targets: Int32Array.from(rows, ([, target]) => target),
      weights: null,
    },
    { isDirected },
  );
const plain = (column: ArrayLike<number>) => Array.from(column);

// Padgett and Ansell (1993): marriages of Florentine families
const FLORENTINE = graphOf([
  ...([
    [0, 1],
    [1, 5],
    [1, 6],
    [1, 7],
    [1, 8],
    [1, 9],
    [2, 3],
    [2, 4],
    [2, 5],
    [3, 4],
  ] as const),
  ...([
    [3, 11],
    [4, 6],
    [4, 11],
    [6, 7],
    [7, 12],
    [8, 13],
    [8, 12],
    [9, 10],
    [11, 12],
  ] as const),
  [12, 14],
]);
const TRIANGLES = [
  [0, 1],
  [1, 2],
  [2, 0],
  [3, 4],
  [4, 5],
  [5, 3],
  [0, 3],
] as const;

it('finds two triangles that one edge joins', () => {
  const { labels, count, quality } = leiden(graphOf(TRIANGLES), { seed: 1 });

  expect(plain(labels)).toEqual([0, 0, 0, 1, 1, 1]);
  expect(count).toBe(2);
  expect(quality).toBeCloseTo(6 / 7 - 1 / 2, 12); // by hand: 2 (3/7 - (7/14)^2)
});

it('follows the direction of flows', () => {
  const { quality } = leiden(graphOf(TRIANGLES, true), { seed: 1 });

  expect(quality).toBeCloseTo(6 / 7 - (4 * 3 + 3 * 4) / 49, 12); // supply 4 and 3, demand 3 and 4
});

it('finds the best communities of the Florentine families', () => {
  // networkx 2.8.8, and an exact solver: 0.39875
  expect(leiden(FLORENTINE, { seed: 1 }).quality).toBeCloseTo(0.39875, 12);
});

it('judges by density with the constant Potts model', () => {
  // leidenalg 0.9.1, CPMVertexPartition, resolution 0.05: 30.1
  const { quality } = leiden(FLORENTINE, { seed: 1, quality: 'cpm', resolution: 0.05 });

  expect(quality).toBeCloseTo(30.1, 12);
});

it('leaves nodes without flows alone, and has no quality without any flow', () => {
  const none = { sources: new Int32Array(0), targets: new Int32Array(0), weights: null };
  const three = buildFlowGraph({ nodes: 3, ...none }, { isDirected: true });
  const empty = buildFlowGraph({ nodes: 0, ...none }, { isDirected: true });

  const { labels, quality } = leiden(three, { seed: 1 });
  expect({ labels: plain(labels), quality }).toEqual({ labels: [0, 1, 2], quality: null });
  expect(leiden(empty, { seed: 1 }).count).toBe(0);
});

it.each([
  [{ seed: 1, restarts: 0 }],
  [{ seed: 1, rounds: 0.5 }],
  [{ seed: 1, resolution: -1 }],
  [{ seed: 1, resolution: NaN }],
])('refuses %j', (options) => {
  expect(() => leiden(FLORENTINE, options)).toThrow(RangeError);
});

it('refuses communities that are not numbered below n', () => {
  expect(() => communityQuality(FLORENTINE, new Int32Array(3))).toThrow(RangeError);
  expect(() => communityQuality(FLORENTINE, new Int32Array(15).fill(15))).toThrow(RangeError);
});
