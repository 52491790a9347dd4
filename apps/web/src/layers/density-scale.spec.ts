import { toMercator } from '@cluster-atlas/geo';
import { cellAreaKm2, densityClass, differenceClass, mergedCells } from './density-scale.js';

const rowAt = (zoom: number, latitude: number) => toMercator(0, latitude).y * 2 ** zoom;

it.each([
  [0.1, 0],
  [4.99, 0],
  [5, 1],
  [49, 2],
  [50, 3],
  [1999, 5],
  [2000, 6],
  [1e6, 6],
])('gives %d businesses per km² the colour %d', (perKm2, colour) => {
  expect(densityClass(perKm2)).toBe(colour);
});

it('gives a difference its colour whichever way it goes', () => {
  expect([0.1, -49.9, 50, -199, -200, 5000].map(differenceClass)).toEqual([0, 0, 1, 1, 2, 2]);
});

it('measures cells on the ground', () => {
  // 76.437 m per pixel at zoom 11 on the equator (wiki.openstreetmap.org/wiki/Zoom_levels),
  // 4 pixels to a cell, and half of each side at 60 degrees north
  expect(cellAreaKm2(11, rowAt(11, 0))).toBeCloseTo(0.305748 ** 2, 5);
  expect(cellAreaKm2(11, rowAt(11, 60))).toBeCloseTo(0.152874 ** 2, 5);
});

it('draws the same cells at closer zooms', () => {
  expect([9, 11, 12, 13].map(mergedCells)).toEqual([1, 1, 2, 4]);
  expect(cellAreaKm2(13, rowAt(13, 53.4))).toBeCloseTo(cellAreaKm2(11, rowAt(11, 53.4)), 12);
});

it.each([9, 10, 11, 12, 13])(
  'gives one business in a cell one colour in all of Great Britain at zoom %d',
  (zoom) => {
    const colours = [50, 53, 56, 60].map((latitude) =>
      densityClass(1 / cellAreaKm2(zoom, rowAt(zoom, latitude))),
    );

    expect(new Set(colours).size).toBe(1);
  },
);
