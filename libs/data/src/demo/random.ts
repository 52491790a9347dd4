const GOLDEN_GAMMA = 0x9e3779b9;

/**
 * Random numbers that depend on nothing but the seed, the stream's name and how many came before,
 * so that a change in one district of the demo leaves the others as they were.
 *
 * Source: Steele, Lea and Flood (2014), Fast Splittable Pseudorandom Number Generators, OOPSLA;
 * here with a 32-bit state and the finaliser of MurmurHash3 (A. Appleby, public domain).
 */
export class RandomStream {
  private state: number;

  constructor(seed: number, name: string) {
    this.state = scramble(seed);
    for (const character of name) this.state = scramble(this.state ^ character.codePointAt(0)!);
  }

  /** 32 random bits, as an unsigned number. */
  bits(): number {
    this.state = (this.state + GOLDEN_GAMMA) | 0;
    return scramble(this.state);
  }

  /** In [0, 1). */
  fraction(): number {
    return this.bits() / 2 ** 32;
  }

  /** A whole number in [0, count). */
  below(count: number): number {
    return Math.floor(this.fraction() * count);
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** A point of the round bell curve with unit standard deviation on each axis (Box and Muller). */
  bellPoint(): { x: number; y: number } {
    const distance = Math.sqrt(-2 * Math.log(1 - this.fraction()));
    const angle = 2 * Math.PI * this.fraction();
    return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
  }

  /** A point of the unit disc, every place in it as likely. */
  discPoint(): { x: number; y: number } {
    const distance = Math.sqrt(this.fraction());
    const angle = 2 * Math.PI * this.fraction();
    return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
  }
}

function scramble(value: number): number {
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  value ^= value >>> 16;
  return value >>> 0;
}

/** Choices in proportion to their weights. */
export class WeightedChoice<T> {
  private readonly items: readonly T[];
  private readonly upTo: readonly number[];
  private readonly total: number;

  constructor(weights: Iterable<readonly [T, number]>) {
    const pairs = [...weights];
    let sum = 0;
    this.items = pairs.map(([item]) => item);
    this.upTo = pairs.map(([, weight]) => (sum += weight));
    this.total = sum;
  }

  /** @param fraction in [0, 1) */
  at(fraction: number): T {
    const place = this.upTo.findIndex((sum) => fraction * this.total < sum);
    return this.items[place]!;
  }
}
