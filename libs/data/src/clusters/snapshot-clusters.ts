import type { Snapshot } from '@cluster-atlas/analytics';
import type { PlacedBusinesses } from '@cluster-atlas/points';
import type { Membership } from './list-members.js';

/** Who is in a cluster, and what the run of that date calls it. */
export type NamedMembership = Membership & { slug: string; name: string };

/** The clusters of one date. */
export interface DatedClusters {
  /** ISO date. */
  date: string;
  /** Placed ones, clustered or not. */
  businesses: number;
  /** Not a day that was asked for between them; today is the end of its year. */
  isYearEnd: boolean;
  /** Those of the wanted size, in the order of their numbers in `snapshot`. */
  members: NamedMembership[];
  snapshot: Snapshot;
  isSurvivorsOnly: boolean;
}

/** Each business once: in the cluster of its first clustered place, there; or in none. */
export function snapshotOf(
  { ids, xs, ys }: PlacedBusinesses,
  members: readonly Membership[],
): Snapshot {
  const clusterAt = new Int32Array(ids.length).fill(-1);
  members.forEach(({ places }, cluster) => {
    for (const place of places) clusterAt[place] = cluster;
  });
  const chosen: number[] = [];
  for (let place = 0; place < ids.length; place++) {
    const isNext = place === 0 || ids[place] !== ids[place - 1];
    if (isNext) chosen.push(place);
    else if (clusterAt[chosen.at(-1)!]! < 0) chosen[chosen.length - 1] = place;
  }
  const column = (values: Float64Array) => Float64Array.from(chosen, (place) => values[place]!);
  return {
    clusters: members.length,
    members: Uint32Array.from(chosen, (place) => ids[place]!),
    clusterOf: Int32Array.from(chosen, (place) => clusterAt[place]!),
    weights: null,
    places: { xs: column(xs), ys: column(ys) },
  };
}
