/** The server has as much to compute as it takes on; answered 503. */
export class Busy extends Error {
  /** @param retryAfter seconds */
  constructor(readonly retryAfter: number) {
    super('Too many analyses are running. Try again in a moment.');
  }
}
