import { OrderFreeSum } from './order-free-sum.js';

function sum(terms: readonly number[]): number {
  const total = new OrderFreeSum();
  for (const term of terms) total.add(term);
  return total.value;
}

it('adds', () => {
  expect(sum([])).toBe(0);
  expect(sum([0.5, 0.25, 3])).toBe(3.75);
  expect(sum([0.1, 0.2])).toBeCloseTo(0.3, 15);
});

it('does not lose small terms beside large ones', () => {
  const small = Array.from({ length: 1024 }, () => 2 ** -40);

  expect(2 ** 20 + 2 ** -40).toBe(2 ** 20);
  expect(sum([2 ** 20, ...small])).toBe(2 ** 20 + 2 ** -30);
});

it('gives the same bits in whatever order the terms come, where plain addition does not', () => {
  const terms = Array.from({ length: 1000 }, (_, i) => Math.exp(-i / 17.3));
  const plain = (values: number[]) => values.reduce((total, value) => total + value, 0);

  expect(sum(terms)).toBe(sum(terms.toReversed()));
  expect(plain(terms)).not.toBe(plain(terms.toReversed()));
  expect(sum(terms)).toBeCloseTo(1 / (1 - Math.exp(-1 / 17.3)), 12); // geometric series
});
