import { SIZE_BANDS, sizeBandOf } from './size-band.js';

it.each([
  [NaN, 'unknown'],
  [0, '0'],
  [1, '1'],
  [2, '2-9'],
  [9, '2-9'],
  [10, '10-49'],
  [49, '10-49'],
  [50, '50-249'],
  [249, '50-249'],
  [250, '250+'],
  [60_000, '250+'],
])('puts a lower bound of %d jobs into the band %s', (jobs, band) => {
  expect(SIZE_BANDS[sizeBandOf(jobs)]).toBe(band);
});
