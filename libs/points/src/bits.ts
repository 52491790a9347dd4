/** Bit i is set where item i of `all` is among the `wanted`. */
export function bits<Item>(all: readonly Item[], wanted: readonly Item[]): number {
  return all.reduce((sum, item, i) => sum + (wanted.includes(item) ? 1 << i : 0), 0);
}
