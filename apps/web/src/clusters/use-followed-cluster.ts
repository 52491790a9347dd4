import type { Cluster, ClusterRun } from '@cluster-atlas/contract';
import { useEffect, useState } from 'react';
import { findTrace } from '../history/find-trace.js';
import { useClusterHistory, withShownDay } from '../history/use-cluster-history.js';
import type { LocationState } from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { followByPlace } from './follow-cluster.js';
import type { ShownClusters } from './use-clusters.js';

/** A cluster as it was shown last. */
export interface SeenCluster {
  cluster: Cluster;
  state: LocationState;
  /** The same for all names that one cluster goes through. */
  key: string;
  /** What it was called before the date or the choices changed; null: the same. */
  formerName: string | null;
}

interface FollowedCluster {
  /** Undefined while it is not known, and when it is gone. */
  cluster: Cluster | undefined;
  /** The same for all names that it goes through. */
  key: string;
  seen: SeenCluster | null;
  /** What the cluster is shown of: the choices before, while their clusters still stand. */
  shownState: LocationState;
}

/**
 * The open cluster, which stays open when another date or other choices give it another name, or its
 * name to another: the address then goes on to its name of now.
 */
export function useFollowedCluster(
  slug: string,
  state: LocationState,
  { run, isStale }: Pick<ShownClusters, 'run' | 'isStale'>,
): FollowedCluster {
  const [seen, setSeen] = useState<SeenCluster | null>(null);
  const becomes = useSuccessor(seen, state);
  const named = run?.clusters.find((each) => each.slug === slug);
  const isSame = seen?.cluster.slug === slug;
  const isOther = run && !isStale && seen?.cluster !== named;
  const successor = isOther && isSame ? becomes(run) : named;
  const cluster = successor?.slug === slug ? named : undefined;
  if (isOther && cluster) {
    const isFollowed = !isSame && becomes(run) === cluster;
    setSeen({
      ...{ cluster, state },
      key: seen && (isSame || isFollowed) ? seen.key : slug,
      formerName: isFollowed ? seen!.cluster.name : isSame ? seen.formerName : null,
    });
  }
  const next = successor?.slug ?? slug;
  useEffect(() => {
    if (next !== slug) navigate({ open: { kind: 'cluster', slug: next } }, 'replace');
  }, [slug, next]);
  const shownState = isStale && seen && isSame ? { ...state, ...choicesOf(seen.state) } : state;
  return { cluster, key: seen && isSame ? seen.key : slug, seen, shownState };
}

function choicesOf({ selection, clusters, keptRun }: LocationState) {
  return { selection, clusters, keptRun };
}

/** In a run of now, what became of a cluster that was seen. */
function useSuccessor(seen: SeenCluster | null, state: LocationState) {
  const shown = withShownDay(state);
  // what others have had found is enough: none is asked for
  const { data: history, isStale } = useClusterHistory(shown, undefined);
  return ({ clusters: found }: ClusterRun): Cluster | undefined => {
    if (!seen) return undefined;
    const isTold = history && !isStale && state.keptRun === null;
    const before = withShownDay(seen.state).selection.date;
    const trace = isTold && findTrace(history, seen.cluster, before);
    const { date } = shown.selection;
    if (!trace || !history.dates.some((each) => each.date === date)) {
      return followByPlace(seen.cluster, found);
    }
    const version = trace.versions.find((each) => each.date === date);
    return found.find((each) => each.slug === version?.slug);
  };
}
