import { RateLimit, TooManyRequests } from './rate-limit.js';

const NOON = Date.UTC(2026, 0, 1, 12);

it('refuses a client beyond its requests a minute, and says when to come again', () => {
  const limit = new RateLimit();
  limit.take('a', 2, NOON);
  limit.take('a', 2, NOON + 1000);

  expect(() => limit.take('a', 2, NOON + 20_000)).toThrow(new TooManyRequests(40));
});

it('counts each client and each minute for itself', () => {
  const limit = new RateLimit();
  limit.take('a', 1, NOON);

  limit.take('b', 1, NOON);
  limit.take('a', 1, NOON + 60_000);

  expect(() => limit.take('a', 1, NOON + 60_001)).toThrow(TooManyRequests);
});
