/** A set of dense positive integers, one bit each: 5.7 million of them take 0.7 MB. */
export class IdSet {
  private bits = new Uint8Array(1 << 16);

  has(id: number): boolean {
    return ((this.bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
  }

  add(id: number): void {
    const index = id >> 3;
    if (index >= this.bits.length) {
      const grown = new Uint8Array(Math.max(index + 1, this.bits.length * 2));
      grown.set(this.bits);
      this.bits = grown;
    }
    this.bits[index]! |= 1 << (id & 7);
  }
}
