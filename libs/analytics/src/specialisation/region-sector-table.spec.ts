import fc from 'fast-check';
import { locationQuotients } from './location-quotients.js';
import { cellAt, orderBySector, tabulate, type RegionSectorRows } from './region-sector-table.js';

function rowsOf(
  cells: readonly (readonly [region: number, sector: number, value: number])[],
  [regions, sectors]: readonly [number, number],
): RegionSectorRows {
  return {
    regions,
    sectors,
    regionOf: Uint32Array.from(cells, ([region]) => region),
    sectorOf: Uint32Array.from(cells, ([, sector]) => sector),
    values: Float64Array.from(cells, ([, , value]) => value),
  };
}

const REPEATED = [
  [1, 0, 5],
  [0, 2, 3],
  [1, 0, 4],
  [0, 1, 0],
  [0, 2, 1],
] as const;

it('adds up rows of the same pair and leaves out what is 0', () => {
  const table = tabulate(rowsOf(REPEATED, [3, 3]));

  expect([...table.regionOf]).toEqual([0, 1]);
  expect([...table.sectorOf]).toEqual([2, 0]);
  expect([...table.values]).toEqual([4, 9]);
  expect([...table.starts]).toEqual([0, 1, 2, 2]);
  expect([...table.regionTotals]).toEqual([4, 9, 0]);
  expect([...table.sectorTotals]).toEqual([9, 0, 4]);
  expect(table.total).toBe(13);
});

it('counts rows where there are no values', () => {
  const table = tabulate({ ...rowsOf(REPEATED, [2, 3]), values: null });

  expect([...table.values]).toEqual([1, 2, 2]);
});

it('is empty without rows', () => {
  expect(tabulate(rowsOf([], [0, 0]))).toMatchObject({ total: 0, starts: Uint32Array.of(0) });
});

it('finds cells, and orders them by sector', () => {
  const table = tabulate(rowsOf(REPEATED, [2, 3]));

  expect([
    cellAt(table, 0, 2),
    cellAt(table, 1, 0),
    cellAt(table, 0, 0),
    cellAt(table, 1, 2),
  ]).toEqual([0, 1, -1, -1]);
  expect([...orderBySector(table).cells]).toEqual([1, 0]);
  expect([...orderBySector(table).starts]).toEqual([0, 1, 1, 2]);
});

// EconGeo 2.1, RCA of the table: region 2 has 15, 5, 70 and 10 of its 100 in the sectors 2 to 5
it('has the quotients of a table as EconGeo has them', () => {
  const matrix = [
    [100, 0, 0, 0, 0],
    [0, 15, 5, 70, 10],
    [0, 20, 10, 20, 50],
    [0, 25, 30, 5, 40],
    [0, 40, 55, 5, 0],
  ];
  const cells = matrix.flatMap((row, r) => row.map((value, s) => [r, s, value] as const));

  const quotients = locationQuotients(tabulate(rowsOf(cells, [5, 5])));

  const expected = [5, 0.75, 0.25, 3.5, 0.5, 1, 0.5, 1, 2.5, 1.25, 1.5, 0.25, 2, 2, 2.75, 0.25];
  quotients.forEach((lq, i) => expect(lq).toBeCloseTo(expected[i]!, 14));
});

const CELLS = fc.array(
  fc.tuple(fc.nat(4), fc.nat(3), fc.oneof(fc.nat(9), fc.constantFrom(0.1, 0.2, 0.7, 1e15))),
  { maxLength: 40 },
);

it('is the same for shuffled rows, whole or not', () => {
  fc.assert(
    fc.property(
      CELLS.chain((cells) =>
        fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length })),
      ),
      ([cells, shuffled]) => {
        expect(tabulate(rowsOf(shuffled, [5, 4]))).toEqual(tabulate(rowsOf(cells, [5, 4])));
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

it('takes a value for as many rows, and a sparse numbering for a dense one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(5)), { maxLength: 30 }), (cells) => {
      const copies = cells.flatMap((cell) => Array<(typeof cells)[0]>(cell[2]).fill(cell));
      const table = tabulate(rowsOf(cells, [5, 4]));

      const repeated = tabulate({ ...rowsOf(copies, [5, 4]), values: null });
      // numbers so high that there are too many cells for an array of all
      const sparse = tabulate(
        rowsOf(
          cells.map(([r, s, v]) => [r * 9000, s, v]),
          [36_001, 4000],
        ),
      );

      expect(repeated).toEqual(table);
      expect(sparse.values).toEqual(table.values);
      expect(sparse.sectorOf).toEqual(table.sectorOf);
      expect(sparse.total).toBe(table.total);
    }),
    { seed: 1, numRuns: 30 },
  );
});

it.each([
  ['a negative value', [[0, 0, -1]]],
  ['a value that is no number', [[0, 0, NaN]]],
  ['an infinite value', [[0, 0, Infinity]]],
  ['a region that is not there', [[2, 0, 1]]],
  ['a sector that is not there', [[0, 3, 1]]],
] as const)('refuses %s', (_, cells) => {
  expect(() => tabulate(rowsOf(cells, [2, 3]))).toThrow(RangeError);
});

it('refuses columns of different length', () => {
  const rows = { ...rowsOf(REPEATED, [2, 3]), values: new Float64Array(2) };

  expect(() => tabulate(rows)).toThrow(RangeError);
});
