import { randomNumber } from '../../random/random-number.js';

/**
 * Draws distinct members of a pool, the first of them first; each simulation draws the same whatever
 * was drawn before.
 *
 * Source: Durstenfeld (1964), Algorithm 235: Random permutation, CACM 7(7), 420, stopped early and
 * undone before the next draw. Cost: linear in what is drawn.
 */
export class OrderedSampler {
  private readonly swaps: Uint32Array;
  private drawn = 0;

  constructor(
    private readonly pool: Uint32Array,
    private readonly seed: number,
  ) {
    this.pool = pool.slice();
    this.swaps = new Uint32Array(pool.length);
  }

  /** @returns a view that is good until the next draw */
  sample(simulation: number, count: number): Uint32Array {
    const { pool, swaps, seed } = this;
    this.undo();
    for (let draw = 0; draw < count; draw++) {
      const left = pool.length - draw;
      const other = draw + Math.floor(randomNumber({ seed, simulation, draw }) * left);
      swaps[draw] = other;
      this.swap(draw, other);
    }
    this.drawn = count;
    return pool.subarray(0, count);
  }

  private undo(): void {
    for (let draw = this.drawn - 1; draw >= 0; draw--) this.swap(draw, this.swaps[draw]!);
  }

  private swap(a: number, b: number): void {
    const kept = this.pool[a]!;
    this.pool[a] = this.pool[b]!;
    this.pool[b] = kept;
  }
}
