import type { Tracks } from '@cluster-atlas/analytics';
import type { ClusterEvent, ClusterHistory } from '@cluster-atlas/contract';
import type { DatedClusters } from './snapshot-clusters.js';

/** What an identity is called in answers. */
export function traceId(identity: number): string {
  return `c${identity + 1}`;
}

/** What became of clusters, in the order of dates; steps from a survivors-only date tell nothing. */
export function eventsOf(dated: readonly DatedClusters[], tracks: Tracks): ClusterEvent[] {
  const name = (snapshot: number, cluster: number) =>
    traceId(tracks.identities[snapshot]![cluster]!);
  return tracks.steps.flatMap(({ before, after }, at) => {
    if (dated[at]!.isSurvivorsOnly) return [];
    const { date } = dated[at + 1]!;
    const ends = before.flatMap(({ kind, into }, cluster): ClusterEvent[] => {
      const clusters = [name(at, cluster)];
      if (kind === 'dissolve') return [{ date, event: 'dissolved', clusters, into: [] }];
      if (kind === 'gap') return [{ date, event: 'paused', clusters, into: [] }];
      if (kind !== 'split') return [];
      return [{ date, event: 'split', clusters, into: into.map((part) => name(at + 1, part)) }];
    });
    const beginnings = after.flatMap(({ kind, from, fromSnapshot }, cluster): ClusterEvent[] => {
      const own = name(at + 1, cluster);
      if (kind === 'emerge') return [{ date, event: 'emerged', clusters: [own], into: [] }];
      if (kind === 'reappear') return [{ date, event: 'returned', clusters: [own], into: [] }];
      if (kind !== 'merge') return [];
      const merged = from.filter((source) => before[source]!.kind === 'absorbed');
      const clusters = merged.map((source) => name(fromSnapshot, source));
      return [{ date, event: 'merged', clusters, into: [own] }];
    });
    return [...ends, ...beginnings];
  });
}

/** How many businesses of each cluster are in which a date later. */
export function flowsOf(dated: readonly DatedClusters[], tracks: Tracks): ClusterHistory['flows'] {
  return tracks.steps.flatMap(({ overlaps }, at) =>
    Array.from(overlaps.beforeOf, (cluster, pair) => ({
      date: dated[at + 1]!.date,
      from: traceId(tracks.identities[at]![cluster]!),
      to: traceId(tracks.identities[at + 1]![overlaps.afterOf[pair]!]!),
      businesses: overlaps.weights[pair]!,
    })),
  );
}
