import type { ClusterMethod } from '@cluster-atlas/analytics';
import type { ClusterQuery } from '@cluster-atlas/contract';

/** Of the chosen distance, number or size. */
const DISTANCES = [0.5, 0.75, 1, 1.5, 2];
const NUMBERS = [0.5, 1, 2];

type MethodQuery = Pick<
  ClusterQuery,
  | 'method'
  | 'eps'
  | 'minPoints'
  | 'labels'
  | 'minClusterSize'
  | 'minSamples'
  | 'selection'
  | 'selectionEpsilon'
>;

export function methodOf(query: MethodQuery): ClusterMethod {
  const { method, eps, minPoints, labels } = query;
  if (method === 'dbscan') return { method, eps, minPoints, labels };
  const { minClusterSize, minSamples = minClusterSize, selection, selectionEpsilon } = query;
  return { method, minClusterSize, minSamples, selection, selectionEpsilon };
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
