import {
  coarserKey,
  nestedCell,
  nestedKey,
  quadkey,
  squareAt,
  squareCentre,
  tileAt,
  tileCentre,
} from './nested-cells.js';

it('interleaves the bits of the column and the row', () => {
  expect(nestedKey({ column: 3, row: 5 })).toBe(0b100111);
  expect(nestedCell(0b100111)).toEqual({ column: 3, row: 5 });
});

it.each([
  [0, 0],
  [2 ** 26 - 1, 2 ** 26 - 1],
  [2 ** 26 - 1, 0],
  [12_345_678, 54_321_012],
])('leads back to column %d, row %d, and halves them when coarser', (column, row) => {
  const key = nestedKey({ column, row });

  expect(nestedCell(key)).toEqual({ column, row });
  expect(nestedCell(coarserKey(key))).toEqual({
    column: Math.floor(column / 2),
    row: Math.floor(row / 2),
  });
});

// Bing Maps Tile System: tile 3, 5 at level 3 is the quadkey 213
it('names tiles as Bing does', () => {
  expect(quadkey(3, nestedKey({ column: 3, row: 5 }))).toBe('213');
  expect(quadkey(0, 0)).toBe('');
});

// in Python: (-1.4659 + 180) / 360 * 4096 = 2031.32
// (1 - math.asinh(math.tan(math.radians(53.3811))) / math.pi) / 2 * 4096 = 1327.04
it('finds the tile of Sheffield’s station', () => {
  const key = tileAt(12, { longitude: -1.4659, latitude: 53.3811 });

  expect(nestedCell(key)).toEqual({ column: 2031, row: 1327 });
  const { longitude, latitude } = tileCentre(12, key);
  expect(Math.abs(longitude + 1.4659)).toBeLessThan(180 / 4096);
  expect(Math.abs(latitude - 53.3811)).toBeLessThan(180 / 4096);
});

it('puts squares on a lattice in metres, on either side of 0', () => {
  const centreOf = (x: number, y: number) => squareCentre(500, squareAt(500, x, y), 0);

  expect(centreOf(430_499, 387_000)).toEqual({ x: 430_250, y: 387_250 });
  expect(centreOf(-1, -501)).toEqual({ x: -250, y: -750 });
  const coarse = coarserKey(coarserKey(squareAt(500, 430_499, -1)));
  expect(squareCentre(500, coarse, 2)).toEqual({ x: 431_000, y: -1000 });
});

it('refuses cells that are not there', () => {
  expect(() => nestedKey({ column: -1, row: 0 })).toThrow('column -1, row 0');
  expect(() => squareAt(1, 1e9, 0)).toThrow(RangeError);
  expect(() => squareAt(1, NaN, 0)).toThrow(RangeError);
});
