import { strongClusters, tabulate } from '@cluster-atlas/analytics';
import type { ClusterTier, TierThresholds } from '@cluster-atlas/contract';
import type { MeasuredCluster } from './measure-cluster.js';

export type TieredCluster = Pick<
  MeasuredCluster,
  'size' | 'establishments' | 'jobs' | 'jobsCoverage' | 'lq'
>;

/** The quartiles of fewer are their own values. */
const FEWEST = 4;
/** Below it, stated jobs tell of those who state them rather than of the cluster. */
const LEAST_JOBS_COVERAGE = 0.5;

/**
 * How strong each cluster is beside the others: `strongClusters` of the analytics library, the
 * clusters being the regions and the selection the sector.
 */
export function tierClusters(clusters: readonly TieredCluster[]): {
  tiers: ClusterTier[];
  thresholds: TierThresholds | null;
} {
  const businesses = sum(clusters.map(({ size }) => size));
  const stated = sum(clusters.map(({ size, jobsCoverage }) => size * (jobsCoverage ?? 0)));
  const jobsCoverage = stated / businesses;
  const amount = jobsCoverage >= LEAST_JOBS_COVERAGE ? 'jobs' : 'businesses';
  const amountOf = ({ jobs, size }: TieredCluster) => (amount === 'jobs' ? (jobs ?? 0) : size);
  const compared = clusters.filter((each) => each.lq !== null && amountOf(each) > 0);
  if (compared.length < FEWEST) return { tiers: clusters.map(() => null), thresholds: null };
  const found = strongClusters(
    tabulate({
      ...{ regions: compared.length, sectors: 1 },
      regionOf: Uint32Array.from(compared, (_, region) => region),
      sectorOf: new Uint32Array(compared.length),
      values: Float64Array.from(compared, amountOf),
    }),
    Float64Array.from(compared, ({ lq }) => lq!),
    Float64Array.from(compared, ({ establishments }) => establishments),
  );
  const tierOf = new Map(compared.map((cluster, region) => [cluster, highest(found, region)]));
  const { lq25, lq50, lq75, lq90, value25, establishments25 } = found.thresholds[0]!;
  return {
    tiers: clusters.map((cluster) => tierOf.get(cluster) ?? null),
    thresholds: {
      ...{ amount, jobsCoverage, compared: compared.length },
      ...{ lq25: lq25!, lq50: lq50!, lq75: lq75!, lq90: lq90! },
      ...{ amount25: value25!, establishments25: establishments25! },
    },
  };
}

function highest(found: ReturnType<typeof strongClusters>, region: number): ClusterTier {
  const falling = ['strong10', 'strong', 'significant', 'qualifying'] as const;
  return falling.find((tier) => found[tier][region] === 1) ?? 'none';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
