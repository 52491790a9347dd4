import type { ClusterHistory, TracedCluster } from '@cluster-atlas/contract';
import type { ReactNode } from 'react';
import { USUAL_CLUSTERS } from '../location-state/cluster-choices.js';
import {
  readLocation,
  writeLocation,
  type LocationState,
} from '../location-state/location-state.js';
import { navigate } from '../location-state/use-location-state.js';
import { today } from './use-cluster-history.js';

/** A history, and what was asked for it. */
export interface AskedHistory {
  history: ClusterHistory;
  state: LocationState;
}

interface TracedLinkProps {
  asked: AskedHistory;
  version: TracedCluster['versions'][number];
  children: ReactNode;
}

/** Leads to a cluster on the map of a date. */
export function TracedLink({ asked, version, children }: TracedLinkProps) {
  const { selection, clusters } = asked.state;
  const date = version.date === today() ? undefined : version.date;
  const change: Partial<LocationState> = {
    ...{ view: 'map', clusters: clusters ?? USUAL_CLUSTERS, keptRun: null, pin: null },
    selection: { ...selection, date },
    open: { kind: 'cluster', slug: version.slug },
  };
  return (
    <a
      href={writeLocation({ ...readLocation(window.location.search), ...change })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // to another tab or window
        event.preventDefault();
        navigate(change);
      }}
    >
      {children}
    </a>
  );
}
