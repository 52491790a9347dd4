import { coarserKey, squareAt } from '@cluster-atlas/geo';
import { coarsenSums, sumByCell } from './cell-sums.js';

const plain = (sums: ReturnType<typeof sumByCell>) =>
  Array.from(sums.cells, (cell, i) => [cell, sums.groups[i], sums.counts[i], sums.weights[i]]);

it('adds up points by cell and group, whatever their order', () => {
  const big = 2 ** 40 + 3;
  const sums = sumByCell({
    cells: Float64Array.of(big, 3, 3, big, 3),
    groups: Uint32Array.of(1, 2, 0, 1, 2),
    weights: Float64Array.of(0.5, 1, 7, 2, 10),
  });

  expect(plain(sums)).toEqual([
    [3, 0, 1, 7],
    [3, 2, 2, 11],
    [big, 1, 2, 2.5],
  ]);
});

it('makes each level of a pyramid from the one below, as from the points', () => {
  const xs = Array.from({ length: 500 }, (_, i) => (i * 7919) % 4000);
  const ys = Array.from({ length: 500 }, (_, i) => ((i * 104_729) % 3000) - 1500);
  const groups = Uint32Array.from(xs, (x) => x % 3);
  const weights = Float64Array.from(ys, (y) => 1 + (Math.abs(y) % 5));
  const cellsOf = (level: number) =>
    Float64Array.from(xs, (x, i) => {
      let key = squareAt(100, x, ys[i]!);
      for (let step = 0; step < level; step++) key = coarserKey(key);
      return key;
    });
  let sums = sumByCell({ cells: cellsOf(0), groups, weights });

  for (let level = 1; level <= 7; level++) {
    sums = coarsenSums(sums, coarserKey);

    expect(sums).toEqual(sumByCell({ cells: cellsOf(level), groups, weights }));
  }
});

it('has no cells without points, and counts where there are no weights', () => {
  const none = { cells: new Float64Array(), groups: null, weights: null };

  expect(plain(sumByCell(none))).toEqual([]);
  expect(plain(coarsenSums(sumByCell(none), coarserKey))).toEqual([]);
  expect(plain(sumByCell({ ...none, cells: Float64Array.of(5, 5) }))).toEqual([[5, 0, 2, 2]]);
});

it.each([[-1], [0.5], [NaN], [2 ** 53]])('refuses the cell %d', (cell) => {
  const points = { cells: Float64Array.of(cell), groups: null, weights: null };

  expect(() => sumByCell(points)).toThrow(`${cell} is no cell`);
});

it('refuses columns of different length', () => {
  const points = { cells: Float64Array.of(1), groups: null, weights: Float64Array.of(1, 2) };

  expect(() => sumByCell(points)).toThrow('1 cells, but 2');
});
