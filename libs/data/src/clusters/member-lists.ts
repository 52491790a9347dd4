import type { ClusterMember, ClusterMemberList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { summariseEach } from '../analyses/business-summaries.js';
import { foundAt, pageOf, type PageRequest } from '../businesses/list-page.js';
import { chooseMembers, membershipWord, type MemberChoice } from './choose-members.js';
import { exportFound } from '../exports/export-businesses.js';
import type { Membership } from './list-members.js';

/**
 * A page of the businesses of a cluster, and how each belongs to it.
 *
 * @throws {RangeError} if there are too many to look at their names or jobs
 */
export async function listMemberPage(
  { database, store }: { database: DataSource; store: PointStore },
  members: Membership,
  request: PageRequest & MemberChoice,
): Promise<ClusterMemberList> {
  const { places, ...page } = pageOf(await choose(database, members, request), request);
  const summaries = await summariseEach(database, store, foundAt(members, places));
  return {
    ...page,
    items: summaries.flatMap((summary, i) =>
      summary ? [{ ...summary, ...membershipAt(members, places[i]!) }] : [],
    ),
  };
}

/**
 * The businesses of a cluster as a table, and how each belongs to it.
 *
 * @throws {RangeError} if there are too many to look at their names or jobs
 */
export async function* exportMembers(
  database: DataSource,
  members: Membership,
  choice: MemberChoice = {},
): AsyncGenerator<string> {
  const places = await choose(database, members, choice);
  yield* exportFound(database, foundAt(members, places), 'csv', {
    columns: ['membership', 'probability'],
    valuesAt: (at) => {
      const { membership, probability } = membershipAt(members, places[at]!);
      return [membership, probability];
    },
  });
}

function choose(
  database: DataSource,
  members: Membership,
  choice: MemberChoice,
): Promise<Uint32Array> {
  const { centre, eastings, northings } = members;
  const distances = eastings.map((easting, at) =>
    Math.hypot(easting - centre.easting, northings[at]! - centre.northing),
  );
  return chooseMembers(database, { ...members, distances }, choice);
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
