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
import { membershipWord } from '../clusters/member-lists.js';
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
 * @throws {RangeError} if there are too many to look for a name
 */
export async function listKeptMemberPage(
  { database, store }: { database: DataSource; store: PointStore },
  members: KeptMembership,
  request: PageRequest,
): Promise<KeptMemberList> {
  const { places, ...page } = await pageOf(database, members.ids, request);
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

/** All of them as a table. */
export function exportKeptMembers(
  database: DataSource,
  members: KeptMembership,
): AsyncGenerator<string> {
  return exportFound(database, members, 'csv', {
    columns: ['membership', 'probability', 'state'],
    keepsAll: true,
    valuesAt: (at, row) => {
      const { membership, probability } = membershipAt(members, at);
      return [membership, probability, stateOf(row.id === null ? null : { endedOn: row.ended_on })];
    },
  });
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
