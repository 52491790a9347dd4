import type { OutlinedClusters, WeightedPoints } from '@cluster-atlas/analytics';
import type { ClusterQuery } from '@cluster-atlas/contract';
import type { PlacedBusinesses } from '@cluster-atlas/points';
import { methodOf, otherMethods } from './cluster-method.js';
import type { ClusterSources } from './find-clusters.js';
import { testClusters } from './test-clusters.js';

interface FoundRun {
  query: ClusterQuery;
  points: WeightedPoints;
  everyone: PlacedBusinesses | null;
  found: OutlinedClusters;
}

export interface Judgements {
  significance: Awaited<ReturnType<typeof testClusters>>;
  robustness: (number | null)[] | null;
  warnings: string[];
}

/** Significance and robustness, by number of the cluster; empty and null where not asked for. */
export async function judgeClusters(
  sources: ClusterSources,
  { query, points, everyone, found }: FoundRun,
): Promise<Judgements> {
  const { workers, signal } = sources;
  const isTested = everyone !== null && found.clusters > 0;
  const hasBackground = isTested && everyone.matching.includes(0);
  const significance = hasBackground
    ? await testClusters(sources, everyone, { ...found, query })
    : new Map<number, never>();
  const robustness = query.robustness
    ? await workers.runUntil(
        signal,
        'clusterRobustness',
        points,
        found,
        otherMethods(methodOf(query)),
      )
    : null;
  const warnings: string[] = [];
  if (isTested && !hasBackground) {
    warnings.push(
      'Every business is selected: there are no others against which clusters could be tested.',
    );
  }
  return { significance, robustness, warnings };
}
