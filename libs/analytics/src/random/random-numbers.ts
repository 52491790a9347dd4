import type { RandomPlace } from './random-number.js';

const MULTIPLIER = 0xd256d193 | 0;
const MULTIPLIER_HIGH = MULTIPLIER >>> 16;
const MULTIPLIER_LOW = MULTIPLIER & 0xffff;
const KEY_STEP = 0x9e3779b9 | 0;
const ROUNDS = 10;

/**
 * Fills an array with the numbers that `randomNumber` gives one at a time, from `draw` on; several
 * times as fast.
 *
 * @param numbers is overwritten with multiples of 2^-53 in [0, 1)
 */
export function fillRandomNumbers(
  numbers: Float64Array,
  { seed, simulation, draw }: RandomPlace,
): void {
  for (let i = 0; i < numbers.length; i++) {
    let left = (draw + i) | 0;
    let right = simulation | 0;
    let key = seed | 0;
    for (let round = 0; round < ROUNDS; round++) {
      // the upper 32 bits of MULTIPLIER * left, by halves of 16 bits
      const high = left >>> 16;
      const low = left & 0xffff;
      const middle =
        (Math.imul(MULTIPLIER_HIGH, low) >>> 0) + (Math.imul(MULTIPLIER_LOW, low) >>> 16);
      const carried = (Math.imul(MULTIPLIER_LOW, high) >>> 0) + (middle & 0xffff);
      const upper = Math.imul(MULTIPLIER_HIGH, high) + (middle >>> 16) + (carried >>> 16);
      const lower = Math.imul(MULTIPLIER, left);
      left = upper ^ key ^ right;
      right = lower;
      key = (key + KEY_STEP) | 0;
    }
    numbers[i] = ((left >>> 5) * 2 ** 26 + (right >>> 6)) / 2 ** 53;
  }
}
