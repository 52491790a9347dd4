import { checkAmounts } from '../concentration/shares.js';

/** Amounts of the n sectors at one date. */
export interface SectorState {
  region: Float64Array;
  /** Of all regions, this one included. */
  base: Float64Array;
}

/** A change in jobs or other amounts: change = national + industry + regional. */
interface ShiftShare {
  change: number;
  /** What the region would have gained at the growth of the base as a whole. */
  national: number;
  /** What its sectors' growth in the base adds: the mix. */
  industry: number;
  /** The rest: what its sectors gained on the same sectors elsewhere. */
  regional: number;
}

export interface ShiftShareResult extends ShiftShare {
  /** n */
  sectors: ShiftShare[];
}

/**
 * Splits the change of a region's sectors into growth of the base, mix of sectors and the region's
 * own part.
 *
 * A sector that the region did not have at first changes by its own part alone. Null if the base was
 * empty at first.
 *
 * Source: Dunn (1960), A statistical and analytical technique for regional analysis, Papers of the
 * Regional Science Association 6, 97-112.
 *
 * @throws {RangeError} if the columns differ in length, an amount is negative or not finite, or the
 * region exceeds the base
 */
export function shiftShare(before: SectorState, after: SectorState): ShiftShareResult | null {
  check(before, after);
  const baseBefore = sumOf(before.base);
  if (baseBefore === 0) return null;
  const growth = sumOf(after.base) / baseBefore - 1;
  const sectors = Array.from(before.region, (amount, i) => {
    const change = after.region[i]! - amount;
    const national = amount * growth;
    const industry = amount === 0 ? 0 : amount * (after.base[i]! / before.base[i]! - 1 - growth);
    return { change, national, industry, regional: change - national - industry };
  });
  return { ...addUp(sectors), sectors };
}

/**
 * The same for each step of several dates, added up: growth rates and the mix are renewed at each.
 *
 * Source: Barff and Knight (1988), Dynamic shift-share analysis, Growth and Change 19, 1-10.
 *
 * @param states in the order of their dates, at least two
 * @returns null if the base was empty at the start of a step
 * @throws {RangeError} as `shiftShare`, or if there are fewer than two states
 */
export function dynamicShiftShare(states: readonly SectorState[]): ShiftShareResult | null {
  if (states.length < 2) throw new RangeError(`${states.length} states are no change`);
  const steps: ShiftShareResult[] = [];
  for (let i = 1; i < states.length; i++) {
    const step = shiftShare(states[i - 1]!, states[i]!);
    if (step === null) return null;
    steps.push(step);
  }
  const sectors = steps[0]!.sectors.map((_, i) => addUp(steps.map((step) => step.sectors[i]!)));
  return { ...addUp(sectors), sectors };
}

function addUp(parts: readonly ShiftShare[]): ShiftShare {
  const sum = { change: 0, national: 0, industry: 0, regional: 0 };
  for (const part of parts) {
    sum.change += part.change;
    sum.national += part.national;
    sum.industry += part.industry;
    sum.regional += part.regional;
  }
  return sum;
}

function sumOf(amounts: Float64Array): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function check(...states: SectorState[]): void {
  const length = states[0]!.region.length;
  for (const { region, base } of states) {
    checkAmounts(region);
    checkAmounts(base);
    if (region.length !== length || base.length !== length) {
      throw new RangeError(`${region.length} and ${base.length} sectors, not ${length}`);
    }
    for (let i = 0; i < length; i++) {
      if (region[i]! > base[i]!) {
        throw new RangeError(`Sector ${i} has ${region[i]} in the region, ${base[i]} in the base`);
      }
    }
  }
}
