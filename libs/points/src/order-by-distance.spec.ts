import { orderByDistance } from './order-by-distance.js';

it('puts the nearest first, and of equally near ones the lower id', () => {
  const distances = Float64Array.of(250.5, 0, 250.5, 1e-9, 12_500);
  const ids = Uint32Array.of(70_000, 5, 300, 4, 1);

  expect([...orderByDistance(distances, ids)]).toEqual([1, 3, 2, 0, 4]);
});

it('orders one, and none', () => {
  expect([...orderByDistance(Float64Array.of(3), Uint32Array.of(9))]).toEqual([0]);
  expect([...orderByDistance(new Float64Array(), new Uint32Array())]).toEqual([]);
});

it('agrees with sorting by comparison', () => {
  const ids = Uint32Array.from({ length: 2000 }, (_, i) => (i * 2_654_435_761) % 4_294_967_291);
  const distances = Float64Array.from(ids, (id) => Math.sqrt(id % 977));

  const order = orderByDistance(distances, ids);

  const compared = [...ids.keys()].sort(
    (a, b) => distances[a]! - distances[b]! || ids[a]! - ids[b]!,
  );
  expect([...order]).toEqual(compared);
});
