import type { ClusterHistory } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { clusterParameters } from '../clusters/use-clusters.js';
import type { ClusterChoices } from '../location-state/cluster-choices.js';
import type { Selection } from '../location-state/selection-parameters.js';

/** The parameters of a request about all dates. */
export function historyParameters(selection: Selection, choices: ClusterChoices): URLSearchParams {
  const parameters = clusterParameters(selection, choices);
  parameters.delete('date');
  return parameters;
}

/** The clusters of so many are found for twenty years in a few seconds; of more only when asked for. */
const FEW_BUSINESSES = 50_000;

/** @param businesses that are selected today; undefined: not known yet */
export function isQuick(businesses: number | undefined): boolean {
  return businesses !== undefined && businesses <= FEW_BUSINESSES;
}

/** The clusters at the end of each year; while others are being found the old ones stay. */
export function useClusterHistory(
  selection: Selection,
  choices: ClusterChoices,
  isWanted = true,
): UseQueryResult<ClusterHistory> {
  const query = historyParameters(selection, choices).toString();
  return useQuery({
    queryKey: ['cluster history', query],
    queryFn: ({ signal }) => api.clusterHistory({ query, signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}
