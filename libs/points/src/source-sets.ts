/** Numbers the sets of sources that name a business. */
export class SourceSets {
  /** Ascending ids of sources; number 0 stands for none. */
  readonly sets: (readonly number[])[] = [[]];
  private readonly numbers = new Map<string, number>([['', 0]]);

  /** @throws {RangeError} at the 65536th set */
  numberOf(sources: readonly number[]): number {
    const key = sources.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.sets.length > 65535)
      throw new RangeError(`More than 65535 sets of sources, with ${key}`);
    const number = this.sets.push([...sources]) - 1;
    this.numbers.set(key, number);
    return number;
  }
}
