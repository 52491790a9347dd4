import type { OutlinedClusters, WeightedPoints } from '@cluster-atlas/analytics';
import type { ClusterQuery } from '@cluster-atlas/contract';
import { placedBusinesses, type Selection } from '@cluster-atlas/points';
import { inTurns } from '../analyses/in-turns.js';
import { methodOf, otherMethods } from './cluster-method.js';
import type { ClusterSources } from './find-clusters.js';
import { testClusters } from './test-clusters.js';

interface FoundRun {
  query: ClusterQuery;
  selection: Selection;
  points: WeightedPoints;
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
  { query, selection, points, found }: FoundRun,
): Promise<Judgements> {
  const { store, workers, signal } = sources;
  const isTested = query.labellings > 0 && found.clusters > 0;
  const everyone = isTested
    ? await inTurns(store, () => placedBusinesses(store, selection, 'all'))
    : null;
  const hasBackground = everyone?.matching.includes(0) ?? false;
  const significance = hasBackground
    ? await testClusters(sources, everyone!, { ...found, query })
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
