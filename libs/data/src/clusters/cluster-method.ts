import type { ClusterMethod } from '@cluster-atlas/analytics';
import type { ClusterQuery } from '@cluster-atlas/contract';

/** Of the chosen distance, number or size. */
const DISTANCES = [0.5, 0.75, 1, 1.5, 2];
const NUMBERS = [0.5, 1, 2];

type MethodQuery = Pick<
  ClusterQuery,
  | 'weight'
  | 'method'
  | 'eps'
  | 'minPoints'
  | 'labels'
  | 'minClusterSize'
  | 'minSamples'
  | 'minScale'
  | 'selection'
  | 'selectionEpsilon'
>;

/** Metres, by what a place weighs: one employer may have the jobs of a cluster at one place. */
const MIN_SCALES = { businesses: 0, jobs: 100 };

export function methodOf(query: MethodQuery): ClusterMethod {
  const { method, eps, minPoints, labels } = query;
  if (method === 'dbscan') return { method, eps, minPoints, labels };
  const { minClusterSize, minSamples = minClusterSize, selection, selectionEpsilon } = query;
  const { minScale = MIN_SCALES[query.weight] } = query;
  return { method, minClusterSize, minSamples, minScale, selection, selectionEpsilon };
}

/** Choices around the one made, itself left out: clusters that depend on none of them persist in all. */
export function otherMethods(method: ClusterMethod): ClusterMethod[] {
  return DISTANCES.flatMap((distance) =>
    NUMBERS.flatMap((number): ClusterMethod[] => {
      if (distance === 1 && number === 1) return [];
      if (method.method === 'dbscan') {
        const minPoints = Math.max(1, Math.round(number * method.minPoints));
        return [{ ...method, eps: distance * method.eps, minPoints }];
      }
      const minClusterSize = Math.max(2, Math.round(distance * method.minClusterSize));
      const minSamples = Math.max(1, Math.round(number * method.minSamples));
      return [{ ...method, minClusterSize, minSamples }];
    }),
  );
}
