import { hexagonAt, hexagonCentre } from './hexagons.js';

it('gives a place to the nearest centre', () => {
  // centres 100 m apart: 0, 0 and 100, 0 in a row, 50, 86.6 in the next
  const centres = [
    [0, 0],
    [100, 0],
    [50, 50 * Math.sqrt(3)],
    [-50, 50 * Math.sqrt(3)],
  ];
  for (let i = 0; i < 2000; i++) {
    const [x, y] = [((i * 7919) % 1000) / 10 - 10, ((i * 104_729) % 800) / 10 - 10];
    const nearest = centres
      .map(([u, v]) => ({ u: u!, v: v!, distance: Math.hypot(u! - x, v! - y) }))
      .sort((a, b) => a.distance - b.distance);
    if (nearest[1]!.distance - nearest[0]!.distance < 1e-9) continue;

    const { x: u, y: v } = hexagonCentre(100, hexagonAt(100, x, y));

    expect([u, v]).toEqual([nearest[0]!.u, expect.closeTo(nearest[0]!.v, 9)]);
  }
});

it('knows a hexagon by its centre, far away too', () => {
  for (const [x, y] of [
    [0, 0],
    [-431_234.5, 1_187_654.3],
    [700_000, -3],
  ] as const) {
    const key = hexagonAt(250, x, y);
    const centre = hexagonCentre(250, key);

    expect(hexagonAt(250, centre.x, centre.y)).toBe(key);
    expect(Math.hypot(centre.x - x, centre.y - y)).toBeLessThan(250 / Math.sqrt(3) + 1e-6);
  }
});

it('refuses widths of nothing and places beyond its keys', () => {
  expect(() => hexagonAt(0, 1, 1)).toThrow('There is no hexagon of 0 at 1, 1');
  expect(() => hexagonAt(1, 1e9, 1)).toThrow(RangeError);
  expect(() => hexagonAt(1, NaN, 1)).toThrow(RangeError);
});
