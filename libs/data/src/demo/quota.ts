/** Keeps a population near given shares, whatever leaves it: newcomers take what it lacks most. */
export class Quota<T extends string> {
  private readonly shares: readonly (readonly [T, number])[];
  private readonly counts = new Map<T, number>();
  private population = 0;

  /** @param weights need not add up to anything */
  constructor(weights: Readonly<Partial<Record<T, number>>>) {
    const pairs = Object.entries(weights) as [T, number][];
    const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
    this.shares = pairs.map(([choice, weight]) => [choice, weight / total]);
  }

  /** @param change 1 when one of these comes, -1 when one leaves */
  count(choice: T, change: 1 | -1): void {
    this.counts.set(choice, (this.counts.get(choice) ?? 0) + change);
    this.population += change;
  }

  /** What the population lacks most, with a newcomer counted; the first in case of a tie. */
  mostMissing(): T {
    let most = -Infinity;
    let missing = this.shares[0]![0];
    for (const [choice, share] of this.shares) {
      const lack = share * (this.population + 1) - (this.counts.get(choice) ?? 0);
      if (lack > most) [most, missing] = [lack, choice];
    }
    return missing;
  }
}
