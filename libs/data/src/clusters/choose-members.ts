import type { ClusterMember, ClusterMembersQuery } from '@cluster-atlas/contract';
import type { DataSource } from 'typeorm';
import { namedAs, orderedIds } from '../businesses/with-name.js';

/** Which members, and in which order; all in the order given where nothing is said. */
export type MemberChoice = Pick<ClusterMembersQuery, 'name' | 'membership' | 'sort'>;

interface ChoosableMembers {
  ids: Uint32Array;
  /** Null where it is not known. */
  isCore: readonly boolean[] | null;
  probabilities: ArrayLike<number> | null;
  /** Metres from the centre of the cluster; null where that is not known. */
  distances: ArrayLike<number> | null;
}

/**
 * The members that are wanted, in the wanted order; equal ones in the order given.
 *
 * @returns their places in `ids`
 * @throws {RangeError} if there are too many to look at their names or jobs
 */
export async function chooseMembers(
  database: DataSource,
  { ids, isCore, probabilities, distances }: ChoosableMembers,
  { name, membership, sort }: MemberChoice,
): Promise<Uint32Array> {
  const named = await namedAs(database, ids, name);
  const chosen =
    membership === undefined
      ? named
      : named.filter((at) => isCore !== null && membershipWord(isCore[at]!) === membership);
  const by = (rankOf: (at: number) => number) =>
    Uint32Array.from(chosen).sort((a, b) => rankOf(a) - rankOf(b) || a - b);
  switch (sort) {
    case undefined:
      return chosen;
    case 'distance':
      return by((at) => distances?.[at] ?? 0);
    case 'membership':
      return by((at) => (isCore?.[at] === false ? 2 : 0) - (probabilities?.[at] ?? 0));
    default: {
      const ordered = await orderedIds(database, ids, sort);
      const ranks = new Map(ordered.map((id, rank) => [id, rank]));
      return by((at) => ranks.get(ids[at]!) ?? ordered.length);
    }
  }
}

export function membershipWord(isCore: boolean): ClusterMember['membership'] {
  return isCore ? 'core' : 'border';
}
