import { decodeCountTile, toCountGrid } from './count-tile.js';

/** Little-endian: 3 cells; 0, 65 and 4095; 2 bytes of padding; matching 1, 0, 7; all 5, 6, 70000. */
const THREE_CELLS = [
  [3, 0, 0, 0],
  [0, 0, 65, 0, 255, 15, 0, 0],
  [1, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0],
  [5, 0, 0, 0, 6, 0, 0, 0, 112, 17, 1, 0],
].flat();

it('reads cells and both counts past the padding', () => {
  const tile = decodeCountTile(new Uint8Array(THREE_CELLS).buffer);

  expect([...tile.cells]).toEqual([0, 65, 4095]);
  expect([...tile.matching]).toEqual([1, 0, 7]);
  expect([...tile.all]).toEqual([5, 6, 70_000]);
});

it('reads a tile without cells', () => {
  const tile = decodeCountTile(new Uint8Array([0, 0, 0, 0]).buffer);

  expect(tile.cells).toHaveLength(0);
});

it('refuses a tile that was cut off', () => {
  const cut = new Uint8Array(THREE_CELLS.slice(0, -4)).buffer;

  expect(() => decodeCountTile(cut)).toThrow(RangeError);
});

it('puts each cell in its row and column', () => {
  const grid = toCountGrid(decodeCountTile(new Uint8Array(THREE_CELLS).buffer), 1);

  expect(grid.side).toBe(64);
  expect(grid.matching[0]).toBe(1);
  expect(grid.all[64 + 1]).toBe(6);
  expect(grid.all[63 * 64 + 63]).toBe(70_000);
});

it('adds up the cells that are drawn as one', () => {
  const grid = toCountGrid(decodeCountTile(new Uint8Array(THREE_CELLS).buffer), 4);

  expect(grid.side).toBe(16);
  expect(grid.matching[0]).toBe(1);
  expect(grid.all[0]).toBe(5 + 6);
  expect(grid.matching[16 * 16 - 1]).toBe(7);
});
