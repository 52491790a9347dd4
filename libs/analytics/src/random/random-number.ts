const MULTIPLIER = 0xd256d193;
const KEY_STEP = 0x9e3779b9;
const ROUNDS = 10;

/** Which number of which sequence; whole numbers below 2^32. */
export interface RandomPlace {
  seed: number;
  simulation: number;
  draw: number;
}

/**
 * A uniform random number that depends on nothing but its place: a simulation draws the same
 * whichever worker runs it, and in whatever order.
 *
 * Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC'11:
 * Philox-2x32-10 with the counter (draw, simulation) and the key seed.
 *
 * @returns a multiple of 2^-53 in [0, 1)
 */
export function randomNumber({ seed, simulation, draw }: RandomPlace): number {
  let left = draw | 0;
  let right = simulation | 0;
  let key = seed | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high = multiplyHigh(MULTIPLIER, left);
    const low = Math.imul(MULTIPLIER, left);
    left = high ^ key ^ right;
    right = low;
    key = (key + KEY_STEP) | 0;
  }
  return ((left >>> 5) * 2 ** 26 + (right >>> 6)) / 2 ** 53;
}

/** The upper 32 of the 64 bits of an unsigned product. */
function multiplyHigh(a: number, b: number): number {
  const [aHigh, aLow] = [a >>> 16, a & 0xffff];
  const [bHigh, bLow] = [b >>> 16, b & 0xffff];
  const middle = aHigh * bLow + Math.floor((aLow * bLow) / 65536);
  const carried = aLow * bHigh + (middle % 65536);
  return (aHigh * bHigh + Math.floor(middle / 65536) + Math.floor(carried / 65536)) | 0;
}
