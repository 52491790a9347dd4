import { NotFound } from '../not-found.js';
import type { FoundClusters } from './find-clusters.js';
import type { Membership } from './list-members.js';

/** @throws {NotFound} if the run has no such cluster */
export function membersOf({ run, members }: FoundClusters, slug: string): Membership {
  const at = run.clusters.findIndex((cluster) => cluster.slug === slug);
  if (at < 0) throw new NotFound('cluster', slug);
  return members[at]!;
}
