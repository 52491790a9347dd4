import type { Cluster } from '@cluster-atlas/contract';
import type { ClusterColumn } from '../location-state/cluster-choices.js';
import type { SortableRow } from '../tables/sort-rows.js';

const TIERS = ['none', 'qualifying', 'significant', 'strong', 'strong10'];

/** A cluster with the figures that its table is sorted by. */
type ClusterRow = SortableRow<ClusterColumn> & { cluster: Cluster };

export function clusterRow(cluster: Cluster): ClusterRow {
  const { name, size, densityPerKm2, areaKm2, lq, jobs, effectiveSectors, robustness } = cluster;
  return {
    ...{ cluster, name, size, densityPerKm2, areaKm2, lq, jobs, effectiveSectors, robustness },
    p: cluster.significance?.p ?? null,
    tier: cluster.tier && TIERS.indexOf(cluster.tier),
  };
}
