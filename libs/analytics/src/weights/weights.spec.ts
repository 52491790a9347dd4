import fc from 'fast-check';
import { contiguityWeights, gridWeights } from './contiguity-weights.js';
import { kernelWeights } from './kernel-weights.js';
import { distanceBandWeights, nearestNeighbourWeights } from './neighbour-weights.js';
import {
  islandsOf,
  rowStandardise,
  weightsFromLinks,
  withSelf,
  type SpatialWeights,
} from './spatial-weights.js';

/** The six points of PySAL's examples. */
const SIX = {
  xs: Float64Array.of(10, 20, 40, 15, 30, 30),
  ys: Float64Array.of(10, 10, 10, 20, 20, 30),
};

/** The neighbours of each place. */
function rowsOf({ starts, neighbours }: SpatialWeights): number[][] {
  return Array.from({ length: starts.length - 1 }, (_, i) => [
    ...neighbours.subarray(starts[i], starts[i + 1]),
  ]);
}

function valuesOf({ starts, values }: SpatialWeights): number[][] {
  return Array.from({ length: starts.length - 1 }, (_, i) => [
    ...values.subarray(starts[i], starts[i + 1]),
  ]);
}

describe('a distance band', () => {
  it('finds within 15 of each of the six points what libpysal finds', () => {
    // libpysal.weights.DistanceBand(points, 15, binary=True).neighbors
    expect(rowsOf(distanceBandWeights(SIX, 15))).toEqual([
      [1, 3],
      [0, 3, 4],
      [4],
      [0, 1, 4],
      [1, 2, 3, 5],
      [4],
    ]);
  });

  it('holds what is exactly as far, and islands', () => {
    const places = { xs: Float64Array.of(0, 3, 100), ys: Float64Array.of(0, 4, 0) };

    const weights = distanceBandWeights(places, 5);

    expect(rowsOf(weights)).toEqual([[1], [0], []]);
    expect(islandsOf(weights)).toEqual([2]);
  });

  it.each([0, -1, NaN, Infinity])('refuses a band of %d', (band) => {
    expect(() => distanceBandWeights(SIX, band)).toThrow(RangeError);
  });
});

describe('nearest neighbours', () => {
  const cross = { xs: Float64Array.of(0, 1, 0, -1, 5), ys: Float64Array.of(0, 0, 1, 0, 0) };

  it('takes all that are as far as the k-th', () => {
    expect(rowsOf(nearestNeighbourWeights(cross, { k: 1 }))).toEqual([
      [1, 2, 3],
      [0],
      [0],
      [0],
      [1],
    ]);
  });

  it('takes the first of them by x, then y, if exactly k are asked for', () => {
    expect(rowsOf(nearestNeighbourWeights(cross, { k: 2, ties: 'first' }))[0]).toEqual([2, 3]);
  });

  it.each([0, 5, 1.5, NaN])('refuses %d neighbours of five places', (k) => {
    expect(() => nearestNeighbourWeights(cross, { k })).toThrow(RangeError);
  });

  it('refuses a place that is nowhere', () => {
    const places = { xs: Float64Array.of(0, NaN), ys: Float64Array.of(0, 0) };

    expect(() => nearestNeighbourWeights(places, { k: 1 })).toThrow('Point 1 is at NaN, 0');
  });
});

/** On a coarse lattice, so that ties and shared places abound. */
const places = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
    minLength: 2,
    maxLength: 60,
  })
  .map((points) => ({
    xs: Float64Array.from(points, ([x]) => x),
    ys: Float64Array.from(points, ([, y]) => y),
  }));

describe('among places on a lattice', () => {
  const squared = ({ xs, ys }: typeof SIX, i: number, j: number) =>
    (xs[i]! - xs[j]!) ** 2 + (ys[i]! - ys[j]!) ** 2;

  it('has the neighbours that a look at every pair has', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 9 }), (points, size) => {
        const all = Array.from(points.xs, (_, i) => i);
        const others = (i: number) => all.filter((j) => j !== i);
        const k = Math.min(size, all.length - 1);
        const reach = (i: number) =>
          others(i)
            .map((j) => squared(points, i, j))
            .sort((a, b) => a - b)[k - 1]!;

        expect(rowsOf(distanceBandWeights(points, size / 2))).toEqual(
          all.map((i) => others(i).filter((j) => squared(points, i, j) <= (size / 2) ** 2)),
        );
        expect(rowsOf(nearestNeighbourWeights(points, { k }))).toEqual(
          all.map((i) => others(i).filter((j) => squared(points, i, j) <= reach(i))),
        );
        const exactly = nearestNeighbourWeights(points, { k, ties: 'first' });
        for (const [i, row] of rowsOf(exactly).entries()) {
          expect(row).toHaveLength(k);
          expect(Math.max(...row.map((j) => squared(points, i, j)))).toBe(reach(i));
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('kernel weights', () => {
  const line = { xs: Float64Array.of(0, 1, 2, 4), ys: new Float64Array(4) };

  it('fall with the distance as a share of the bandwidth', () => {
    const near = distanceBandWeights(line, 2);

    const value = (kernel: Parameters<typeof kernelWeights>[2]['kernel']) =>
      kernelWeights(line, near, { kernel, bandwidth: 2 }).values[0]; // from 0 to 1

    expect(value('uniform')).toBe(1);
    expect(value('triangular')).toBe(0.5);
    expect(value('epanechnikov')).toBe(0.75);
    expect(value('quartic')).toBe(0.5625);
    expect(value('gaussian')).toBe(Math.exp(-0.125));
  });

  it('leave out those whose weight is 0, at the bandwidth', () => {
    const weights = kernelWeights(line, distanceBandWeights(line, 2), {
      kernel: 'triangular',
      bandwidth: 2,
    });

    expect(rowsOf(weights)).toEqual([[1], [0, 2], [1], []]);
    expect(islandsOf(weights)).toEqual([3]);
  });

  it('adapt to the farthest neighbour', () => {
    const weights = kernelWeights(line, nearestNeighbourWeights(line, { k: 2 }), {
      kernel: 'epanechnikov',
      bandwidth: null,
    });

    expect(rowsOf(weights)[0]).toEqual([1]); // 2 is the farthest: its weight is 0
    expect(valuesOf(weights)[3]).toEqual([1 - 4 / 9]);
  });
});

describe('contiguity', () => {
  it('of a grid of 2 by 3 cells', () => {
    expect(rowsOf(gridWeights({ rows: 2, columns: 3 }, 'rook'))).toEqual([
      [1, 3],
      [0, 2, 4],
      [1, 5],
      [0, 4],
      [1, 3, 5],
      [2, 4],
    ]);
    expect(rowsOf(gridWeights({ rows: 2, columns: 3 }, 'queen'))[0]).toEqual([1, 3, 4]);
  });

  const square = (x: number, y: number) => [
    Float64Array.of(x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y),
  ];

  it.each(['queen', 'rook'] as const)('of squares is that of the grid they make: %s', (piece) => {
    const squares = Array.from({ length: 12 }, (_, cell) => square(cell % 4, Math.floor(cell / 4)));

    expect(contiguityWeights(squares, piece)).toEqual(gridWeights({ rows: 3, columns: 4 }, piece));
  });

  it('is not a corner of one on the edge of another', () => {
    const wide = [Float64Array.of(0, 1, 2, 1, 2, 2, 0, 2, 0, 1)];

    expect(islandsOf(contiguityWeights([wide, square(0.5, 0)], 'queen'))).toEqual([0, 1]);
  });

  it('counts what lies in a hole, and pieces of one area as one', () => {
    const ring = [...square(0, 0), Float64Array.of(0.2, 0.2, 0.8, 0.2, 0.8, 0.8, 0.2, 0.2)];
    const island = [Float64Array.of(0.2, 0.2, 0.8, 0.8, 0.8, 0.2, 0.2, 0.2)];
    const two = [...square(1, 0), ...square(0, 1)];

    expect(rowsOf(contiguityWeights([ring, island, two], 'rook'))).toEqual([[1, 2], [0], [0]]);
  });

  it('refuses a grid without cells', () => {
    expect(() => gridWeights({ rows: 0, columns: 3 }, 'rook')).toThrow(RangeError);
  });
});

describe('links', () => {
  it('are put in order; those of weight 0 are none', () => {
    const weights = weightsFromLinks(3, {
      from: [2, 0, 0, 1],
      to: [0, 2, 1, 0],
      weights: [5, 2, 1, 0],
    });

    expect(rowsOf(weights)).toEqual([[1, 2], [], [0]]);
    expect(valuesOf(weights)).toEqual([[1, 2], [], [5]]);
    expect(valuesOf(rowStandardise(weights))).toEqual([[1 / 3, 2 / 3], [], [1]]);
  });

  it.each([
    ['to a place that is not there', { from: [0], to: [3], weights: [1] }],
    ['twice', { from: [0, 0], to: [1, 1], weights: [1, 1] }],
    ['of negative weight', { from: [0], to: [1], weights: [-1] }],
    ['of no number', { from: [0], to: [1], weights: [NaN] }],
  ])('are refused %s', (_, links) => {
    expect(() => weightsFromLinks(3, links)).toThrow(RangeError);
  });

  it('gain the places themselves, with the greatest weight of the row, but for islands', () => {
    const weights = weightsFromLinks(3, { from: [0, 0, 1], to: [1, 2, 1], weights: [1, 4, 0.5] });

    expect(rowsOf(withSelf(weights, 'greatest'))).toEqual([[0, 1, 2], [], []]);
    expect(valuesOf(withSelf(weights, 'greatest'))).toEqual([[4, 1, 4], [], []]);
    expect(rowsOf(withSelf(weights, null))).toEqual([[1, 2], [], []]);
  });
});
