import { bandedPlantMoments } from './plant-bands.js';

const bands = (...rows: [count: number, total: number, low: number, high: number][]) => ({
  sectors: 1,
  sectorOf: new Uint32Array(rows.length),
  counts: Float64Array.from(rows, ([count]) => count),
  totals: Float64Array.from(rows, ([, total]) => total),
  lows: Float64Array.from(rows, ([, , low]) => low),
  highs: Float64Array.from(rows, ([, , , high]) => high),
});

it('bounds the index: four plants of 1 to 9 with 20 in all, and one of 80', () => {
  const [moments] = bandedPlantMoments(bands([4, 20, 1, 9], [1, 80, 80, 80]));

  // at least 5, 5, 5, 5; at most 1, 1, 9, 9: squares of 100 and 164, beside 6,400, of 100²
  expect(moments).toMatchObject({ plants: 5, total: 100 });
  expect(moments!.herfindahl).toBeCloseTo(0.65, 14);
  expect(moments!.fourth).toBeCloseTo((4 * 5 ** 4 + 80 ** 4) / 100 ** 4, 14);
  expect(moments!.highestHerfindahl).toBeCloseTo(0.6564, 14);
});

it('leaves bands without plants out, and has nothing of none', () => {
  expect(bandedPlantMoments(bands([0, 0, 1, 9]))).toEqual([
    { plants: 0, total: 0, herfindahl: null, fourth: null, highestHerfindahl: null },
  ]);
});

it.each([
  ['a mean below its band', bands([2, 1, 1, 9])],
  ['a mean above its band', bands([2, 20, 1, 9])],
  ['a negative number', bands([-2, -10, 1, 9])],
  ['columns of different length', { ...bands([1, 5, 1, 9]), lows: new Float64Array(2) }],
])('refuses %s', (_, rows) => {
  expect(() => bandedPlantMoments(rows)).toThrow(RangeError);
});
