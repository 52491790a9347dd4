import type { ClusterRun } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { writeClusterChoices, type ClusterChoices } from '../location-state/cluster-choices.js';
import { writeSelection, type Selection } from '../location-state/selection-parameters.js';
import { useSettled } from './use-settled.js';

/** Random labellings that each cluster is tested against. */
const LABELLINGS = 999;
/** The test costs more than the clusters: it waits until nobody drags a slider. */
const SETTLED_MILLISECONDS = 600;

/** The parameters of every request about the clusters of a selection. */
export function clusterParameters(selection: Selection, choices: ClusterChoices): URLSearchParams {
  return new URLSearchParams([...writeSelection(selection), ...writeClusterChoices(choices)]);
}

export interface ShownClusters {
  run: ClusterRun | undefined;
  error: Error | null;
  /** The clusters belong to the choices before. */
  isStale: boolean;
  /** Whether they stand out is still being tested. */
  isTesting: boolean;
  retry: () => void;
}

/**
 * The clusters at once, then the same ones tested; while others are being found the old ones stay.
 * Nothing without choices.
 */
export function useClusters(selection: Selection, choices: ClusterChoices | null): ShownClusters {
  const parameters = choices && clusterParameters(selection, choices);
  const query = parameters?.toString() ?? '';
  const found = useQuery({
    queryKey: ['clusters', query],
    queryFn: ({ signal }) => api.clusters({ query, signal }),
    enabled: choices !== null,
    placeholderData: keepPreviousData,
  });
  const isSettled = useSettled(query, SETTLED_MILLISECONDS) === query;
  const tested = useQuery({
    queryKey: ['tested clusters', query],
    queryFn: ({ signal }) => api.clusters({ query: withTests(query), signal }),
    enabled: choices !== null && isSettled,
  });
  return {
    run: tested.data ?? found.data,
    error: found.error,
    isStale: found.isPlaceholderData && !tested.data,
    isTesting: choices !== null && !tested.data && !tested.error && !found.error,
    retry: () => void found.refetch(),
  };
}

function withTests(query: string): string {
  const tests = new URLSearchParams({ labellings: String(LABELLINGS), robustness: 'true' });
  return [query, tests.toString()].filter(Boolean).join('&');
}
