/** The server has as much to compute as it takes on; answered 503. */
export class Busy extends Error {
  /** @param retryAfter seconds */
  constructor(
    readonly retryAfter: number,
    reason = 'Too many analyses are running.',
  ) {
    super(`${reason} Try again in a moment.`);
  }
}
