const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/**
 * The order of rows by several keys, of equal rows by their place. Linear.
 *
 * Keys travel with their rows, so that each pass reads in sequence; a digit that all keys share
 * costs no pass.
 *
 * Source: Knuth (1998), The Art of Computer Programming, vol. 3, 5.2.5, algorithm R, with digits of
 * 11 bits.
 *
 * @param keys the least significant first, n values each
 * @returns n places in the keys
 */
export function radixOrder(keys: readonly Uint32Array[]): Uint32Array {
  const length = keys[0]!.length;
  let order: Uint32Array = new Uint32Array(length);
  let sorted: Uint32Array = new Uint32Array(length);
  let spareOrder: Uint32Array = new Uint32Array(length);
  let spareSorted: Uint32Array = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  for (const key of keys) {
    if (key === keys[0]) sorted.set(key);
    else for (let i = 0; i < length; i++) sorted[i] = key[order[i]!]!;
    const counts = countDigits(key);
    for (let shift = 0, digit = 0; shift < 32; shift += DIGIT_BITS, digit++) {
      const ends = counts.subarray(digit * DIGITS, (digit + 1) * DIGITS);
      if (ends.includes(length)) continue;
      let start = 0;
      for (let value = 0; value < DIGITS; value++) {
        const count = ends[value]!;
        ends[value] = start;
        start += count;
      }
      for (let i = 0; i < length; i++) {
        const value = sorted[i]!;
        const to = ends[(value >>> shift) & (DIGITS - 1)]!++;
        spareSorted[to] = value;
        spareOrder[to] = order[i]!;
      }
      [sorted, spareSorted] = [spareSorted, sorted];
      [order, spareOrder] = [spareOrder, order];
    }
  }
  return order;
}

/** @returns how often each value occurs, of the lowest digit first */
function countDigits(key: Uint32Array): Uint32Array {
  const counts = new Uint32Array(3 * DIGITS);
  for (let i = 0; i < key.length; i++) {
    const value = key[i]!;
    counts[value & (DIGITS - 1)]!++;
    counts[DIGITS + ((value >>> DIGIT_BITS) & (DIGITS - 1))]!++;
    counts[2 * DIGITS + (value >>> (2 * DIGIT_BITS))]!++;
  }
  return counts;
}
