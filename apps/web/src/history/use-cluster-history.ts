import type { ClusterHistory } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { clusterParameters } from '../clusters/use-clusters.js';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import type { Selection } from '../location-state/selection-parameters.js';

/** The parameters of a request about all dates. */
function historyParameters(selection: Selection, choices: ClusterChoices): URLSearchParams {
  const parameters = clusterParameters(selection, choices);
  parameters.delete('date');
  return parameters;
}

/** The clusters at the end of each year; while others are being found the old ones stay. */
export function useClusterHistory(
  selection: Selection,
  choices: ClusterChoices,
): UseQueryResult<ClusterHistory> {
  const query = historyParameters(selection, choices).toString();
  return useQuery({
    queryKey: ['cluster history', query],
    queryFn: ({ signal }) => api.clusterHistory({ query, signal }),
    placeholderData: keepPreviousData,
  });
}
