import type { KeptMember, KeptMemberList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import {
  describeEach,
  whereverNow,
  type DescribedBusiness,
  type FoundBusinesses,
} from '../analyses/business-summaries.js';
import { foundAt, pageOf, type PageRequest } from '../businesses/list-page.js';
import { exportFound } from '../exports/export-businesses.js';
import { NotFound } from '../not-found.js';
import { chooseMembers, membershipWord, type MemberChoice } from '../clusters/choose-members.js';
import { readRun } from './run-records.js';

/** Who was in a cluster of a kept run, to be told of as they are now. */
export interface KeptMembership extends FoundBusinesses {
  /** Null in runs kept before it was stored, and so below. */
  isCore: readonly boolean[] | null;
  probabilities: readonly number[] | null;
}

/**
 * @throws {NotFound} if there is no such run, or no such cluster in it
 * @throws {Expired} if the answer of the run was not kept
 * @throws {RangeError} if the run is not kept: then nobody knows who was in its clusters
 */
export async function readKeptMembers(
  database: DataSource,
  { run, slug }: { run: string; slug: string },
): Promise<KeptMembership> {
  const [version] = await database.query<
    (Pick<KeptMembership, 'isCore' | 'probabilities'> & { members: number[] })[]
  >(
    `SELECT members, is_core AS "isCore", probabilities
     FROM cluster_version AS version JOIN analysis_run ON analysis_run.id = version.run_id
     WHERE public_id = $1 AND slug = $2`,
    [run, slug],
  );
  if (!version) {
    const { name } = await readRun(database, run);
    if (name === null) throw new RangeError('Members are stored of runs that are kept only.');
    throw new NotFound('cluster', slug);
  }
  const { members, isCore, probabilities } = version;
  return { ...whereverNow(Uint32Array.from(members)), isCore, probabilities };
}

/**
 * A page of those who were in a cluster, as they are now.
 *
 * @throws {RangeError} if there are too many to look at their names or jobs
 */
export async function listKeptMemberPage(
  { database, store }: { database: DataSource; store: PointStore },
  members: KeptMembership,
  request: PageRequest & MemberChoice,
): Promise<KeptMemberList> {
  const { places, ...page } = pageOf(await choose(database, members, request), request);
  const businesses = await describeEach(database, store, foundAt(members, places));
  return {
    ...page,
    items: businesses.map((business, i) => ({
      state: stateOf(business),
      business,
      ...membershipAt(members, places[i]!),
    })),
  };
}

/**
 * The same as a table.
 *
 * @throws {RangeError} if there are too many to look at their names or jobs
 */
export async function* exportKeptMembers(
  database: DataSource,
  members: KeptMembership,
  choice: MemberChoice = {},
): AsyncGenerator<string> {
  const places = await choose(database, members, choice);
  yield* exportFound(database, foundAt(members, places), 'csv', {
    columns: ['membership', 'probability', 'state'],
    keepsAll: true,
    valuesAt: (at, row) => {
      const { membership, probability } = membershipAt(members, places[at]!);
      return [membership, probability, stateOf(row.id === null ? null : { endedOn: row.ended_on })];
    },
  });
}

/** Where its centre was is not stored. */
function choose(
  database: DataSource,
  members: KeptMembership,
  choice: MemberChoice,
): Promise<Uint32Array> {
  return chooseMembers(database, { ...members, distances: null }, choice);
}

function membershipAt(
  { isCore, probabilities }: KeptMembership,
  at: number,
): Pick<KeptMember, 'membership' | 'probability'> {
  return {
    membership: isCore && membershipWord(isCore[at]!),
    probability: probabilities?.[at] ?? null,
  };
}

function stateOf(business: Pick<DescribedBusiness, 'endedOn'> | null): KeptMember['state'] {
  if (!business) return 'gone';
  const { endedOn } = business;
  return endedOn !== null && endedOn <= new Date().toISOString().slice(0, 10) ? 'ended' : 'listed';
}
