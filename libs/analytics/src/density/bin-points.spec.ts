import { BINNED_VARIANCE, binPoints } from './bin-points.js';
import { cellCentres } from './raster.js';

const FRAME = { west: 0, south: 0, cell: 10, columns: 9, rows: 8 };
const at = (x: number, y: number, weights: Float64Array | null = null) => ({
  xs: Float64Array.of(x),
  ys: Float64Array.of(y),
  weights,
});

it('spreads a point at a centre by 1/6, 4/6, 1/6 along either axis', () => {
  const { values } = binPoints(at(45, 35), FRAME);

  [3, 4, 5].forEach((column, i) =>
    expect(values[3 * 9 + column]).toBeCloseTo(([1, 4, 1][i]! / 6) * (4 / 6), 4),
  );
  expect(values[2 * 9 + 3]).toBeCloseTo(1 / 36, 4);
});

it('keeps the weight exactly, and the mean and the variance to 2^-14, wherever the point lies', () => {
  for (const [x, y] of [
    [40, 35],
    [42.5, 31],
    [49.99, 44.2],
  ] as const) {
    const { values } = binPoints(at(x, y, Float64Array.of(3)), FRAME);

    const centres = cellCentres(FRAME.west, FRAME.cell, FRAME.columns);
    const moment = (of: (column: number) => number) =>
      values.reduce((sum, value, i) => sum + value * of(i % FRAME.columns), 0) / 3;
    expect(moment(() => 1)).toBe(1);
    expect(moment((column) => centres[column]! - x)).toBeCloseTo(0, 2);
    const square = moment((column) => ((centres[column]! - x) / FRAME.cell) ** 2);
    expect(square).toBeCloseTo(BINNED_VARIANCE, 3);
  }
});

it('leaves out points within a cell and a half of the edge, and refuses those nowhere', () => {
  const sum = (x: number, y: number) =>
    binPoints(at(x, y), FRAME).values.reduce((total, value) => total + value, 0);

  expect(sum(14.9, 40)).toBe(0);
  expect(sum(15, 40)).toBe(1);
  expect(sum(40, 80)).toBe(0);
  expect(() => binPoints(at(NaN, 40), FRAME)).toThrow('Point 0 is at NaN, 40');
});
