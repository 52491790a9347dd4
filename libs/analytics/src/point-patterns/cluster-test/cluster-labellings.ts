import { selectPositions } from '../nulls/labels.js';
import { OrderedSampler } from '../nulls/ordered-sampler.js';
import { clusterRegions } from './cluster-regions.js';
import type { ClusterStudy } from './cluster-study.js';
import { likelihoodRatio } from './likelihood-ratio.js';
import { pValueAmong } from './p-value-among.js';

interface DescribedCluster {
  /** Points of the kind in its region, that is within eps of its cores, and all points there. */
  cases: number;
  all: number;
  /** Cases if they were spread like all points. */
  expected: number;
  logLikelihoodRatio: number;
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
  const { clustering, cases, all } = clusterRegions(study, references);
  const { members } = study.population;
  const totals = { totalCases: references.positions.length, total: members.length };
  return {
    clusters: Array.from(cases, (own, cluster) => ({
      cases: own,
      all: all[cluster]!,
      expected: (totals.totalCases * all[cluster]!) / totals.total,
      logLikelihoodRatio: likelihoodRatio({ cases: own, all: all[cluster]!, ...totals }),
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
  const totals = { totalCases: references.positions.length, total: population.members.length };
  const pool = new Uint32Array(population.members.length);
  for (let position = 0; position < pool.length; position++) pool[position] = position;
  const sampler = new OrderedSampler(pool, seed);
  return Float64Array.from({ length: to - from }, (_, i) => {
    const positions = sampler.sample(from + i, totals.totalCases).slice();
    const { cases, all } = clusterRegions(study, selectPositions(population, positions));
    return cases.reduce(
      (most, own, cluster) =>
        Math.max(most, likelihoodRatio({ cases: own, all: all[cluster]!, ...totals })),
      0,
    );
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
