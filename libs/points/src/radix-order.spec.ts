import { radixOrder } from './radix-order.js';

it('orders by the last key, then by the one before it, then by place', () => {
  const minor = Uint32Array.of(300, 2, 300, 70_000, 2);
  const major = Uint32Array.of(4_000_000_000, 9, 9, 1, 9);

  expect([...radixOrder([minor, major])]).toEqual([3, 1, 4, 2, 0]);
});

it('orders doubles, Infinity last', () => {
  expect([...radixOrder([Float64Array.of(Infinity, 0.5, 0, 1e9)])]).toEqual([2, 1, 3, 0]);
});
