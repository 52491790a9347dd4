import { selectPositions } from '../nulls/labels.js';
import { OrderedSampler } from '../nulls/ordered-sampler.js';
import { clusterRegions, type ClusterRegion } from './cluster-regions.js';
import type { ClusterStudy } from './cluster-study.js';
import { pValueAmong } from './p-value-among.js';

interface DescribedCluster extends ClusterRegion {
  /** Cases if they were spread like all points. */
  expected: number;
}

interface TestedCluster extends DescribedCluster {
  /** That a labelling at random has a cluster that stands out as much, anywhere. */
  p: number;
  /** Labellings on which p rests. */
  labellings: number;
}

export interface DescribedClusters {
  /** By number. */
  clusters: DescribedCluster[];
  /** The point numbers of the kind, and their clusters; -1 for noise. */
  references: Uint32Array;
  labels: Int32Array;
}

export interface ClusterTest extends DescribedClusters {
  clusters: TestedCluster[];
}

/** The clusters without their p-values. */
export function describeClusters(study: ClusterStudy): DescribedClusters {
  const { references } = study;
  const { clustering, regions } = clusterRegions(study, references);
  const { members } = study.population;
  return {
    clusters: regions.map((region) => ({
      ...region,
      expected: (references.positions.length * region.all) / members.length,
    })),
    references: Uint32Array.from(references.positions, (position) => members[position]!),
    labels: clustering.labels,
  };
}

/**
 * A part of the labellings: for each, how much the cluster stands out that does so most; 0 if there is
 * none.
 */
export function largestRatios(
  study: ClusterStudy,
  { seed, from, to }: { seed: number; from: number; to: number },
): Float64Array {
  const { population, references } = study;
  const pool = new Uint32Array(population.members.length);
  for (let position = 0; position < pool.length; position++) pool[position] = position;
  const sampler = new OrderedSampler(pool, seed);
  return Float64Array.from({ length: to - from }, (_, i) => {
    const positions = sampler.sample(from + i, references.positions.length).slice();
    const { regions } = clusterRegions(study, selectPositions(population, positions));
    return regions.reduce((most, { logLikelihoodRatio }) => Math.max(most, logLikelihoodRatio), 0);
  });
}

/** @param maxima of the labellings in their order, joined from the parts of `largestRatios` */
export function judgeClusters(
  { clusters, ...found }: DescribedClusters,
  maxima: Float64Array,
  enough: number,
): ClusterTest {
  return {
    ...found,
    clusters: clusters.map((cluster) => {
      const { p, simulations } = pValueAmong(cluster.logLikelihoodRatio, maxima, enough);
      return { ...cluster, p, labellings: simulations };
    }),
  };
}
