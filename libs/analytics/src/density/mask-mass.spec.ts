import { sizeKernel, sigmaOfRadius } from './kernels.js';
import { massInMask } from './mask-mass.js';
import { massInBox } from './window-mass.js';

it('is the share of the kernel’s samples that fall on the mask', () => {
  // a disc of one cell's radius samples 5 cells; the mask is three in a row, and one alone
  const frame = { west: 0, south: 0, cell: 10, columns: 7, rows: 3 };
  const inside = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);

  const { values } = massInMask({ frame, inside }, sizeKernel('uniform', 5));

  const expected = [0.4, 0.6, 0.4, 0, 0, 0.2, 0];
  expected.forEach((share, column) => expect(values[7 + column]).toBeCloseTo(share, 15));
  expect(values[0]).toBe(0); // outside, though the kernel reaches in
});

it('comes near the mass in a rectangle where the mask is one', () => {
  const frame = { west: 0, south: 0, cell: 10, columns: 40, rows: 30 };
  const box = { west: 0, south: 0, east: 400, north: 300 };
  const mask = { frame, inside: new Uint8Array(1200).fill(1) };
  const gaussian = sizeKernel('gaussian', 40);
  const quartic = sizeKernel('quartic', sigmaOfRadius('quartic', 100));

  const smooth = massInMask(mask, gaussian).values;
  const sampled = massInMask(mask, quartic).values;

  for (const [column, row] of [
    [0, 0],
    [3, 10],
    [20, 15],
    [39, 2],
  ] as const) {
    const [x, y] = [10 * column + 5, 10 * row + 5];
    expect(smooth[40 * row + column]).toBeCloseTo(massInBox(gaussian, box, x, y), 4);
    expect(sampled[40 * row + column]).toBeCloseTo(massInBox(quartic, box, x, y), 2);
  }
});
