const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * The order of rows by several keys, of equal ones by their place. Linear.
 *
 * Source: Knuth, The Art of Computer Programming, vol. 3, 5.2.5: radix sort from the lowest byte;
 * doubles that are not negative sort as their bit patterns do.
 *
 * @param keys the least significant first, n values each; doubles neither negative nor NaN
 * @returns n places in the keys
 */
export function radixOrder(keys: readonly (Uint32Array | Float64Array)[]): Uint32Array {
  let order: Uint32Array = new Uint32Array(keys[0]!.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let spare: Uint32Array = new Uint32Array(order.length);
  for (const key of keys) {
    for (let rank = 0; rank < key.BYTES_PER_ELEMENT; rank++) {
      if (sortByByte(key, rank, { order, into: spare })) [order, spare] = [spare, order];
    }
  }
  return order;
}

/** @returns false, with nothing written, if all have the same byte of that rank (0: the lowest) */
function sortByByte(
  keys: Uint32Array | Float64Array,
  rank: number,
  { order, into }: { order: Uint32Array; into: Uint32Array },
): boolean {
  const size = keys.BYTES_PER_ELEMENT;
  const place = IS_LITTLE_ENDIAN ? rank : size - 1 - rank;
  const bytes = new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength);
  const ends = new Uint32Array(256);
  for (let i = 0; i < keys.length; i++) ends[bytes[i * size + place]!]!++;
  if (ends.includes(keys.length)) return false;
  for (let value = 1; value < 256; value++) ends[value]! += ends[value - 1]!;
  for (let i = order.length - 1; i >= 0; i--) {
    const item = order[i]!;
    into[--ends[bytes[item * size + place]!]!] = item;
  }
  return true;
}
