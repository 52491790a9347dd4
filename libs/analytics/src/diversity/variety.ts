import { checkAmounts } from '../concentration/shares.js';

/** In units of the logarithm: bits with base 2. */
export interface Variety {
  /** Of the fine sectors: entropy = unrelated + related. */
  entropy: number;
  /** Of the groups. */
  unrelated: number;
  /** Of the sectors within their groups, each weighing its share. */
  related: number;
}

/**
 * How varied the sectors of a region are, between their groups and within them; null if all are 0.
 *
 * 0 log 0 is 0; one sector has no variety. Related variety is added up on its own.
 *
 * Source: Frenken, Van Oort and Verburg (2007), Related variety, unrelated variety and regional
 * economic growth, Regional Studies 41, 685-697.
 *
 * @param amounts n, of the region's fine sectors
 * @param groupOf n numbers of groups from 0
 * @param base of the logarithm; default 2
 * @throws {RangeError} if the columns differ in length, an amount is negative or not finite, or the
 * base is not above 1
 */
export function variety(amounts: Float64Array, groupOf: Uint32Array, base = 2): Variety | null {
  checkAmounts(amounts);
  if (groupOf.length !== amounts.length) {
    throw new RangeError(`${groupOf.length} groups for ${amounts.length} sectors`);
  }
  if (!(base > 1 && base < Infinity)) throw new RangeError(`The base ${base} is not above 1`);
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const groupSums = new Float64Array(groups);
  let total = 0;
  for (let i = 0; i < amounts.length; i++) {
    groupSums[groupOf[i]!]! += amounts[i]!;
    total += amounts[i]!;
  }
  if (total === 0) return null;
  const scale = 1 / Math.log(base);
  let entropy = 0;
  let related = 0;
  for (let i = 0; i < amounts.length; i++) {
    if (amounts[i] === 0) continue;
    const share = amounts[i]! / total;
    const logarithm = Math.log(amounts[i]!);
    entropy += share * (Math.log(total) - logarithm);
    related += share * (Math.log(groupSums[groupOf[i]!]!) - logarithm);
  }
  let unrelated = 0;
  for (const sum of groupSums) {
    if (sum > 0) unrelated += (sum / total) * (Math.log(total) - Math.log(sum));
  }
  return { entropy: entropy * scale, unrelated: unrelated * scale, related: related * scale };
}
