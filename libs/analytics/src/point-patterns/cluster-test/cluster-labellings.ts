import { selectPositions } from '../nulls/labels.js';
import { OrderedSampler } from '../nulls/ordered-sampler.js';
import { gatherAll } from '../pairs/site-subset.js';
import { clusterRegions } from './cluster-regions.js';
import type { ClusterStudy } from './cluster-study.js';
import { likelihoodRatio } from './likelihood-ratio.js';
import { pValueAmong } from './p-value-among.js';

interface TestedCluster {
  /** Points of the kind in its region, that is within eps of its cores, and all points there. */
  cases: number;
  all: number;
  /** Cases if they were spread like all points. */
  expected: number;
  logLikelihoodRatio: number;
  /** That a labelling at random has a cluster that stands out as much, anywhere. */
  p: number;
  /** Labellings on which p rests. */
  labellings: number;
}

export interface ClusterTest {
  /** By number. */
  clusters: TestedCluster[];
  /** The point numbers of the kind, and their clusters; -1 for noise. */
  references: Uint32Array;
  labels: Int32Array;
}

/** The clusters without their p-values. */
export function describeClusters({ population, references, rule }: ClusterStudy) {
  const whole = gatherAll(population);
  const { clustering, cases, all } = clusterRegions(population, whole, {
    selection: references,
    rule,
  });
  const { members } = population;
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
  { population, references, rule }: ClusterStudy,
  { seed, from, to }: { seed: number; from: number; to: number },
): Float64Array {
  const whole = gatherAll(population);
  const totals = { totalCases: references.positions.length, total: population.members.length };
  const pool = Uint32Array.from(population.members.keys());
  const sampler = new OrderedSampler(pool, seed);
  return Float64Array.from({ length: to - from }, (_, i) => {
    const positions = sampler.sample(from + i, totals.totalCases).slice();
    const selection = selectPositions(population, positions);
    const { cases, all } = clusterRegions(population, whole, { selection, rule });
    return cases.reduce(
      (most, own, cluster) =>
        Math.max(most, likelihoodRatio({ cases: own, all: all[cluster]!, ...totals })),
      0,
    );
  });
}

/** @param maxima of the labellings in their order, joined from the parts of `largestRatios` */
export function judgeClusters(
  { clusters, ...found }: ReturnType<typeof describeClusters>,
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
