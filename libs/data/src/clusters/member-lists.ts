import type { ClusterMember, ClusterMemberList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { summariseEach } from '../analyses/business-summaries.js';
import { foundAt, pageOf, type PageRequest } from '../businesses/list-page.js';
import { exportFound } from '../exports/export-businesses.js';
import type { Membership } from './list-members.js';

/**
 * A page of the businesses of a cluster, and how each belongs to it.
 *
 * @throws {RangeError} if there are too many to look for a name
 */
export async function listMemberPage(
  { database, store }: { database: DataSource; store: PointStore },
  members: Membership,
  request: PageRequest,
): Promise<ClusterMemberList> {
  const { places, ...page } = await pageOf(database, members.ids, request);
  const summaries = await summariseEach(database, store, foundAt(members, places));
  return {
    ...page,
    items: summaries.flatMap((summary, i) =>
      summary ? [{ ...summary, ...membershipAt(members, places[i]!) }] : [],
    ),
  };
}

/** All businesses of a cluster as a table, and how each belongs to it. */
export function exportMembers(database: DataSource, members: Membership): AsyncGenerator<string> {
  return exportFound(database, members, 'csv', {
    columns: ['membership', 'probability'],
    valuesAt: (at) => {
      const { membership, probability } = membershipAt(members, at);
      return [membership, probability];
    },
  });
}

function membershipAt(
  { isCore, probabilities }: Membership,
  at: number,
): Pick<ClusterMember, 'membership' | 'probability'> {
  return {
    membership: membershipWord(isCore[at]!),
    probability: probabilities?.[at] ?? null,
  };
}

export function membershipWord(isCore: boolean): ClusterMember['membership'] {
  return isCore ? 'core' : 'border';
}
