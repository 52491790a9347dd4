import { RateLimit, TooManyRequests } from './rate-limit.js';

const NOON = Date.UTC(2026, 0, 1, 12);

it('refuses a client beyond its requests a minute, and says when the next comes back', () => {
  const limit = new RateLimit();
  limit.take('a', 2, NOON);
  limit.take('a', 2, NOON + 1000);

  // 20 s have brought back 2/3 of a request, and a whole one takes 30 s
  expect(() => limit.take('a', 2, NOON + 20_000)).toThrow(new TooManyRequests(10));
  limit.take('a', 2, NOON + 30_000);
  expect(() => limit.take('a', 2, NOON + 30_000)).toThrow(new TooManyRequests(30));
});

it('lets nobody save up more than a minute brings', () => {
  const limit = new RateLimit();
  limit.take('a', 2, NOON);
  limit.take('a', 2, NOON + 3_600_000);
  limit.take('a', 2, NOON + 3_600_000);

  expect(() => limit.take('a', 2, NOON + 3_600_000)).toThrow(TooManyRequests);
});

it('counts each client for itself', () => {
  const limit = new RateLimit();
  limit.take('a', 1, NOON);

  limit.take('b', 1, NOON);
  expect(() => limit.take('a', 1, NOON + 59_500)).toThrow(new TooManyRequests(1));
  limit.take('a', 1, NOON + 60_000);
});
