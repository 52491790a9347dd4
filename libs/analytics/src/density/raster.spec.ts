import { cellAt, cellCentres, frameAround, frameOver } from './raster.js';

it('covers a box from its south-western corner', () => {
  const frame = frameOver({ west: 10, south: 20, east: 13, north: 24.5 }, 1);

  expect(frame).toEqual({ west: 10, south: 20, cell: 1, columns: 3, rows: 5 });
  expect([...cellCentres(frame.west, frame.cell, frame.columns)]).toEqual([10.5, 11.5, 12.5]);
});

it('puts rasters around points on one lattice', () => {
  expect(frameAround({ west: 130, south: 90, east: 130, north: 90 }, 50, 60)).toEqual({
    west: 50, // 130 - 60 down to a multiple of 50
    south: 0,
    cell: 50,
    columns: 3, // up to 200
    rows: 4,
  });
});

it('gives a place on a border to the cell east and north of it', () => {
  const frame = frameOver({ west: 0, south: 0, east: 4, north: 2 }, 1);

  expect(cellAt(frame, 0, 0)).toBe(0);
  expect(cellAt(frame, 1, 1)).toBe(5);
  expect(cellAt(frame, 4, 1)).toBe(-1);
  expect(cellAt(frame, 1, -0.1)).toBe(-1);
  expect(cellAt(frame, NaN, 1)).toBe(-1);
});

it('refuses cells of nothing, boxes of nothing and too many cells', () => {
  const box = { west: 0, south: 0, east: 1, north: 1 };

  expect(() => frameOver(box, 0)).toThrow('The cell is 0');
  expect(() => frameOver({ ...box, east: 0 }, 1)).toThrow('A raster from 0 to 0');
  expect(() => frameOver(box, 1e-6)).toThrow('1000000 x 1000000 are too many');
});
