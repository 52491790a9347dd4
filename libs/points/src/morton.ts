/**
 * The upper half of the place on the Z-order curve: bits 16 to 31 of x and y by turns, y first.
 *
 * Source: Morton (1966), A computer oriented geodetic data base; the bits are spread as in Warren
 * (2013), Hacker's Delight, 2nd ed., 7-2.
 *
 * @param x 0 to 2^32 - 1, and so y
 */
export function mortonHigh(x: number, y: number): number {
  return ((spread(y >>> 16) << 1) | spread(x >>> 16)) >>> 0;
}

/** The lower half: bits 0 to 15 of x and y. */
export function mortonLow(x: number, y: number): number {
  return ((spread(y & 0xffff) << 1) | spread(x & 0xffff)) >>> 0;
}

/**
 * Which of two points comes first on the Z-order curve, without their codes: the coordinate that
 * differs in the higher bit decides, y if both do.
 *
 * Source: Chan (2002), Closest-point problems simplified on the RAM, section 3.
 *
 * @returns negative: a, positive: b, 0: they are the same
 */
export function compareMorton(a: Point, b: Point): number {
  const dx = (a.x ^ b.x) >>> 0;
  const dy = (a.y ^ b.y) >>> 0;
  const isXHigher = dy < dx && dy < (dx ^ dy) >>> 0;
  return isXHigher ? a.x - b.x : a.y - b.y;
}

/** 0 to 2^32 - 1 each. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves bit i of 16 to bit 2i. */
function spread(bits: number): number {
  let spread = (bits | (bits << 8)) & 0x00ff00ff;
  spread = (spread | (spread << 4)) & 0x0f0f0f0f;
  spread = (spread | (spread << 2)) & 0x33333333;
  return (spread | (spread << 1)) & 0x55555555;
}
