import type { ClusterHistory, TracedCluster } from '@cluster-atlas/contract';
import type { ReactNode } from 'react';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import {
  readLocation,
  writeLocation,
  type LocationState,
} from '../location-state/location-state.js';
import type { Selection } from '../location-state/selection-parameters.js';
import { navigate } from '../location-state/use-location-state.js';

/** A history, and what was asked for it. */
export interface AskedHistory {
  history: ClusterHistory;
  selection: Selection;
  choices: ClusterChoices;
}

interface TracedLinkProps {
  asked: AskedHistory;
  version: TracedCluster['versions'][number];
  children: ReactNode;
}

/** Leads to a cluster on the map of a date. */
export function TracedLink({ asked, version, children }: TracedLinkProps) {
  const { history, selection, choices } = asked;
  const isLast = version.date === history.dates.at(-1)?.date;
  const change: Partial<LocationState> = {
    ...{ view: 'map', clusters: choices, keptRun: null, pin: null },
    selection: { ...selection, date: isLast ? undefined : version.date },
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
