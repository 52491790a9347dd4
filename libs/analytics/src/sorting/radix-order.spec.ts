import { radixOrder } from './radix-order.js';

it('orders by the last key, then by the one before it, then by place', () => {
  const minor = Uint32Array.of(3000, 2, 3000, 7_000_000, 2);
  const major = Uint32Array.of(4_000_000_000, 9, 9, 1, 9);

  expect([...radixOrder([minor, major])]).toEqual([3, 1, 4, 2, 0]);
});

it('leaves equal keys as they are, and none', () => {
  expect([...radixOrder([Uint32Array.of(7, 7, 7)])]).toEqual([0, 1, 2]);
  expect([...radixOrder([new Uint32Array()])]).toEqual([]);
});
