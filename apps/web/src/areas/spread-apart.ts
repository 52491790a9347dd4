/** Moves values up, as little as is needed, until they are `gap` apart; their order stays. */
export function spreadApart(values: readonly number[], gap: number): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b);
  const spread = [...values];
  for (let i = 1; i < order.length; i++) {
    spread[order[i]!] = Math.max(values[order[i]!]!, spread[order[i - 1]!]! + gap);
  }
  return spread;
}
