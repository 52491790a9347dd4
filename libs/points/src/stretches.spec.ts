import { isInBox, tileBox, type MercatorBox } from './mercator-box.js';
import { createLocationTable } from './point-tables.js';
import { SpatialOrder } from './spatial-order.js';
import { stretchesOf } from './stretches.js';

const COUNT = 5000;
const table = createLocationTable();
table.reserve(COUNT);
const { mercatorXs: xs, mercatorYs: ys } = table.columns;
const order = new SpatialOrder();
for (let slot = 0; slot < COUNT; slot++) {
  xs[slot] = (slot * 2_654_435_761) % 2 ** 32;
  ys[slot] = (slot * slot * 40_503) % 2 ** 32;
  order.add(slot);
}
order.readSorted(table.columns);

function slotsIn(box: MercatorBox): number[] {
  const slots = Array.from({ length: COUNT }, (_, slot) => slot);
  return slots.filter((slot) => isInBox(box, xs[slot]!, ys[slot]!));
}

it.each([1, 2, 3])('finds a tile of zoom %d as one stretch with nothing else in it', (z) => {
  const box = tileBox({ z, x: 1, y: 0 });
  const sorted = order.read(table.columns);

  const stretches = stretchesOf(sorted, box);

  const inside = slotsIn(box);
  expect(stretches).toHaveLength(1);
  const [{ begin, end }] = stretches as [{ begin: number; end: number }];
  expect([...sorted.slots.subarray(begin, end)].sort((a, b) => a - b)).toEqual(inside);
});

it.each([
  { west: 0, north: 0, east: 2 ** 32 - 1, south: 2 ** 32 - 1 },
  { west: 1e9, north: 2e9, east: 1.2e9, south: 4e9 },
  { west: 2 ** 31 - 5, north: 0, east: 2 ** 31 + 5, south: 2 ** 32 - 1 },
])('misses nothing in %j', (box) => {
  const sorted = order.read(table.columns);

  const found = stretchesOf(sorted, box).flatMap(({ begin, end }) => [
    ...sorted.slots.subarray(begin, end),
  ]);

  const inside = slotsIn(box);
  const foundOnce = new Set(found);
  expect(inside.filter((slot) => !foundOnce.has(slot))).toEqual([]);
  expect(foundOnce.size).toBe(found.length);
});

it('ends with the unsorted tail', () => {
  const nearlySorted = { ...order.read(table.columns), used: COUNT + 3 };

  const stretches = stretchesOf(nearlySorted, { west: 0, north: 0, east: -1, south: -1 });

  expect(stretches).toEqual([{ begin: COUNT, end: COUNT + 3 }]);
});
