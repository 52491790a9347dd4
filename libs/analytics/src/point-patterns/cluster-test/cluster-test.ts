import {
  describeClusters,
  judgeClusters,
  largestRatios,
  type ClusterTest,
  type DescribedClusters,
} from './cluster-labellings.js';
import type { ClusterStudy } from './cluster-study.js';

export interface LabellingOptions {
  seed: number;
  /** At most so many. */
  labellings: number;
  /**
   * When so many labellings have a cluster that stands out as much as one observed, that one is
   * looked at no more (Besag and Clifford); 0: never.
   */
  enough: number;
}

/** Labellings after which it is asked whether any cluster needs more. */
const BATCH = 50;

/**
 * Whether the density clusters of a kind are more than clusters of all points: tests each against
 * what the same rule finds when the kind is given to as many points at random.
 *
 * The clusters are found on the data that they are tested on, so each random labelling is clustered
 * anew, and a cluster is compared with the one that stands out most in it, wherever that is: p is
 * right for the cluster that stands out most, and errs on the side of caution for the others. How much
 * a cluster stands out is the likelihood ratio of the share of the kind in its region and outside: a
 * large cluster where everything is dense does not, if it has no more of the kind than its share.
 * The labels change places, weights (which only the clustering looks at) stay. Null hypothesis: the kind of a
 * point does not depend on where it is. Does not depend on the points' order.
 *
 * Cost: for each labelling a clustering of the kind by the method, and a look at all points around its
 * clusters. The argument holds for any method that finds clusters of points alone, because a labelling at random
 * is treated as the observed one is.
 *
 * Source: Kulldorff (1997), A spatial scan statistic, Communications in Statistics 26(6), 1481-1496,
 * with clusters for windows; Besag and Clifford (1991), Sequential Monte Carlo p-values, Biometrika
 * 78(2), 301-304.
 */
export function testClusters(study: ClusterStudy, options: LabellingOptions): ClusterTest {
  const observed = describeClusters(study);
  const batches = labellingBatches(observed, options);
  let batch = batches.next();
  while (!batch.done) {
    batch = batches.next(largestRatios(study, { seed: options.seed, ...batch.value }));
  }
  return judgeClusters(observed, batch.value, options.enough);
}

/**
 * Asks for the labellings that are needed, a batch at a time, until no cluster needs more.
 *
 * It is to be answered with their `largestRatios`, in their order, however they were found.
 *
 * @returns those of all that were needed, for `judgeClusters`
 */
export function* labellingBatches(
  { clusters }: DescribedClusters,
  { labellings, enough }: Pick<LabellingOptions, 'labellings' | 'enough'>,
): Generator<{ from: number; to: number }, Float64Array, Float64Array> {
  const maxima = new Float64Array(clusters.length > 0 ? labellings : 0);
  let done = 0;
  const isOpen = (ratio: number) =>
    enough === 0 || countAtLeast(maxima.subarray(0, done), ratio) < enough;
  while (
    done < maxima.length &&
    clusters.some(({ logLikelihoodRatio }) => isOpen(logLikelihoodRatio))
  ) {
    const to = Math.min(done + BATCH, maxima.length);
    maxima.set(yield { from: done, to }, done);
    done = to;
  }
  return maxima.subarray(0, done);
}

function countAtLeast(values: Float64Array, least: number): number {
  return values.reduce((count, value) => count + (value >= least ? 1 : 0), 0);
}
