import type { BusinessList } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { summariseBusinesses } from '../analyses/business-summaries.js';
import { NotFound } from '../not-found.js';
import type { FoundClusters } from './find-clusters.js';
import type { Membership } from './list-members.js';

interface MembersRequest {
  found: FoundClusters;
  slug: string;
  /** `cursor` counts the businesses of the pages before. */
  page: { limit: number; cursor?: number | undefined };
}

/**
 * A page of the businesses of a cluster, the oldest entries first.
 *
 * @throws {NotFound} if the run has no such cluster
 */
export async function listClusterMembers(
  database: DataSource,
  store: PointStore,
  { found, slug, page: { limit, cursor = 0 } }: MembersRequest,
): Promise<BusinessList> {
  const { ids, eastings, northings, size } = membersOf(found, slug);
  const end = cursor + limit;
  return {
    total: size,
    items: await summariseBusinesses(database, store, {
      ids: ids.subarray(cursor, end),
      eastings: eastings.subarray(cursor, end),
      northings: northings.subarray(cursor, end),
    }),
    nextCursor: end < size ? String(end) : null,
  };
}

/** @throws {NotFound} if the run has no such cluster */
export function membersOf({ run, members }: FoundClusters, slug: string): Membership {
  const at = run.clusters.findIndex((cluster) => cluster.slug === slug);
  if (at < 0) throw new NotFound('cluster', slug);
  return members[at]!;
}
