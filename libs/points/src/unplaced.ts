import {
  LOCATION_KINDS,
  UNPLACED_REASONS,
  type LocationKind,
  type StoredBusiness,
  type UnplacedReason,
} from './business.js';

const BITS_PER_KIND = 2;
const ONE_KIND = 0b11;

/** As `BusinessColumns.unplaced` holds them. */
export function unplacedBits(unplaced: NonNullable<StoredBusiness['unplaced']>): number {
  return LOCATION_KINDS.reduce((sum, kind, i) => {
    const reason = unplaced[kind];
    return reason ? sum | ((UNPLACED_REASONS.indexOf(reason) + 1) << (BITS_PER_KIND * i)) : sum;
  }, 0);
}

/** Why no location of any of the kinds could be placed; null where none of them is stated. */
export function unplacedReason(
  unplaced: number,
  kinds: readonly LocationKind[],
): UnplacedReason | null {
  for (const kind of kinds) {
    const number = (unplaced >> (BITS_PER_KIND * LOCATION_KINDS.indexOf(kind))) & ONE_KIND;
    if (number > 0) return UNPLACED_REASONS[number - 1]!;
  }
  return null;
}
