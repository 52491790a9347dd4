import { compareMorton } from './morton.js';
import { createLocationTable } from './point-tables.js';
import { GONE, SpatialOrder } from './spatial-order.js';

const HALF = 2 ** 31;

function place(...positions: readonly (readonly [x: number, y: number])[]) {
  const table = createLocationTable();
  table.reserve(positions.length);
  positions.forEach(([x, y], slot) => {
    table.columns.mercatorXs[slot] = x;
    table.columns.mercatorYs[slot] = y;
  });
  return table.columns;
}

/** Spread over the world, many on one place. */
function scatter(count: number) {
  const random = (i: number) => (i * 2_654_435_761) % 2 ** 32;
  return place(
    ...Array.from({ length: count }, (_, i): [number, number] =>
      i % 3 === 0 ? [HALF, HALF] : [random(i), random(i + 7919)],
    ),
  );
}

function slotsOf(order: SpatialOrder, locations: ReturnType<typeof place>): number[] {
  const { slots, used } = order.read(locations);
  return [...slots.subarray(0, used)];
}

it('sorts north-west, north-east, south-west, south-east, at each scale', () => {
  const locations = place([HALF, HALF], [0, HALF], [HALF, 0], [1, 1], [0, 1], [1, 0], [0, 0]);
  const order = new SpatialOrder();
  for (let slot = 0; slot < 7; slot++) order.add(slot);

  expect([...order.readSorted(locations)]).toEqual([6, 5, 4, 3, 2, 1, 0]);
});

it('appends a few new locations and strikes out those that leave', () => {
  const locations = place([HALF, 0], [0, 0], [5, 5]);
  const order = new SpatialOrder();
  order.add(0);
  order.add(1);
  order.readSorted(locations);

  order.add(2);
  order.remove(0);

  expect(slotsOf(order, locations)).toEqual([1, GONE, 2]);
  expect(order.read(locations).sorted).toBe(2);
});

it('sorts anew once thousands have come, gone or moved, and leaves readers their copy', () => {
  const locations = scatter(20_000);
  const order = new SpatialOrder();
  for (let slot = 0; slot < 10_000; slot++) order.add(slot);
  const before = order.read(locations);
  const firstSlots = before.slots.slice(0, 10_000);

  for (let slot = 10_000; slot < 20_000; slot++) order.add(slot);
  for (let slot = 0; slot < 20_000; slot += 2) order.remove(slot);
  const after = order.read(locations);

  expect([after.sorted, after.used]).toEqual([10_000, 10_000]);
  const sorted = [...after.slots.subarray(0, 10_000)];
  const positions = sorted.map((slot) => ({
    x: locations.mercatorXs[slot]!,
    y: locations.mercatorYs[slot]!,
  }));
  expect(sorted.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 10_000 }, (_, i) => 2 * i + 1),
  );
  expect(positions).toEqual(positions.toSorted(compareMorton));
  expect(before.codes).not.toBe(after.codes);
  expect(firstSlots).toHaveLength(10_000);
});

it('strikes out the right one after a renumbering', () => {
  const locations = place([HALF, 0], [0, 0], [5, 5]);
  const order = new SpatialOrder();
  for (const slot of [0, 1, 2]) order.add(slot);
  order.readSorted(locations);

  order.renumber(Uint32Array.of(2, 1, 0));
  order.remove(0);

  expect(slotsOf(order, locations)).toEqual([1, GONE, 2]);
});
