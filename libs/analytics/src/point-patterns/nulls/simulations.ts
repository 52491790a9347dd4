import type { NullModel } from './label-draws.js';

export interface Simulations {
  nullModel: NullModel;
  seed: number;
  /** The first, and one more than the last: simulation k is the same in whatever range. */
  from: number;
  to: number;
}
