import { POINT_KINDS, type OutlinedClusters } from '@cluster-atlas/analytics';
import type { PlacedBusinesses } from '@cluster-atlas/points';
import type { FoundBusinesses } from '../analyses/business-summaries.js';

const CORE = POINT_KINDS.indexOf('core');

/** Who is in a cluster: businesses by id, and where each stands. */
export interface Membership extends FoundBusinesses {
  /** Its number in the run. */
  cluster: number;
  /** Businesses. */
  size: number;
  /** Places of its businesses: one counts once at each. */
  establishments: number;
  cores: number;
  /** The mean of where they stand, metres, EPSG:27700. */
  centre: { easting: number; northing: number };
  /** Places in the columns of the placed businesses: of each business its first in the cluster. */
  places: Uint32Array;
}

/** Of each cluster, the largest first; equally large ones by number. */
export function listMembers(
  { ids, xs, ys }: PlacedBusinesses,
  { clusters, labels, kinds }: Pick<OutlinedClusters, 'clusters' | 'labels' | 'kinds'>,
): Membership[] {
  const places = Array.from({ length: clusters }, (): number[] => []);
  const establishments = new Uint32Array(clusters);
  const cores = new Uint32Array(clusters);
  labels.forEach((cluster, i) => {
    if (cluster < 0) return;
    establishments[cluster]!++;
    if (kinds[i] === CORE) cores[cluster]!++;
    const own = places[cluster]!;
    const isAnotherPlace = own.length > 0 && ids[own.at(-1)!] === ids[i];
    if (!isAnotherPlace) own.push(i);
  });
  return places
    .map((own, cluster) => {
      const eastings = Float64Array.from(own, (i) => xs[i]!);
      const northings = Float64Array.from(own, (i) => ys[i]!);
      return {
        ...{ cluster, size: own.length, cores: cores[cluster]! },
        ...{ establishments: establishments[cluster]!, places: Uint32Array.from(own) },
        centre: { easting: mean(eastings), northing: mean(northings) },
        ids: Uint32Array.from(own, (i) => ids[i]!),
        ...{ eastings, northings },
      };
    })
    .sort((a, b) => b.size - a.size || a.cluster - b.cluster);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
