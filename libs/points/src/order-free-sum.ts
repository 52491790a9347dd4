const LIMB = 2 ** 26;

/**
 * A sum that does not depend on the order of its terms, because it adds integers only.
 *
 * Exact to 2^-78 per term, while the terms are at most 2^27 and not negative, and their sum is
 * less than 2^27.
 */
export class OrderFreeSum {
  private upper = 0; // in units of 2^-26
  private middle = 0; // 2^-52
  private lower = 0; // 2^-78

  add(term: number): void {
    const scaled = term * LIMB; // this and the subtractions are exact
    const upper = Math.floor(scaled);
    const rest = (scaled - upper) * LIMB;
    const middle = Math.floor(rest);
    const lower = Math.floor((rest - middle) * LIMB);
    this.upper += upper;
    this.middle += middle;
    this.lower += lower;
  }

  get value(): number {
    return ((this.lower / LIMB + this.middle) / LIMB + this.upper) / LIMB;
  }
}
