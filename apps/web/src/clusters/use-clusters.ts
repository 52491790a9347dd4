import type { ClusterRun } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { writeClusterChoices, type ClusterChoices } from '../location-state/cluster-choices.js';
import { writeSelection, type Selection } from '../location-state/selection-parameters.js';

/** The parameters of every request about the clusters of a selection. */
export function clusterParameters(selection: Selection, choices: ClusterChoices): URLSearchParams {
  return new URLSearchParams([...writeSelection(selection), ...writeClusterChoices(choices)]);
}

/** The clusters; while others are being found the old ones stay. Nothing without choices. */
export function useClusters(
  selection: Selection,
  choices: ClusterChoices | null,
): UseQueryResult<ClusterRun> {
  const query = choices ? clusterParameters(selection, choices).toString() : '';
  return useQuery({
    queryKey: ['clusters', query],
    queryFn: ({ signal }) => api.clusters({ query, signal }),
    enabled: choices !== null,
    placeholderData: keepPreviousData,
  });
}
