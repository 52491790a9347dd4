/** Row numbers: the one freed last is taken first. */
export class Slots {
  /** One more than the greatest ever taken. */
  used = 0;
  private free: number[] = [];

  get count(): number {
    return this.used - this.free.length;
  }

  take(): number {
    return this.free.pop() ?? this.used++;
  }

  release(slot: number): void {
    this.free.push(slot);
  }

  /** From now on exactly the first `count` are taken. */
  renumber(count: number): void {
    this.used = count;
    this.free = [];
  }
}
