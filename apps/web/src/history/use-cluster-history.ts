import type { ClusterHistory } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { useSettled } from '../api/use-settled.js';
import { clusterParameters } from '../clusters/use-clusters.js';
import { USUAL_CLUSTERS } from '../location-state/cluster-choices.js';
import { isYearEnd, writeHistoryYears } from '../location-state/history-years.js';
import type { LocationState } from '../location-state/location-state.js';

type HistoryState = Pick<LocationState, 'selection' | 'clusters' | 'years'>;

/** As the API counts days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The same, with the day that the map shows. */
export function withShownDay<State extends HistoryState>(state: State): State {
  const { selection } = state;
  return { ...state, selection: { ...selection, date: selection.date ?? today() } };
}

/** The parameters of a request about all dates; a day is asked for where it is none of them anyway. */
export function historyParameters({ selection, clusters, years }: HistoryState): URLSearchParams {
  const parameters = clusterParameters(selection, clusters ?? USUAL_CLUSTERS);
  const { date } = selection;
  if (date !== undefined && isYearEnd(date, years, today())) parameters.delete('date');
  for (const [name, value] of writeHistoryYears(years)) parameters.set(name, value);
  return parameters;
}

/** The history costs more than the clusters that a slider shows: it waits until nobody drags one. */
const SETTLED_MILLISECONDS = 600;

/** The clusters of so many are found for twenty years in a few seconds; of more only when asked for. */
const FEW_BUSINESSES = 50_000;

export interface ShownHistory {
  data: ClusterHistory | undefined;
  error: Error | null;
  /** The data belongs to the choices before. */
  isStale: boolean;
  isBusy: boolean;
  /** It was started by hand, since it takes long. */
  isAsked: boolean;
  /** It takes long, or was stopped, and waits for `start`. */
  isHeld: boolean;
  start: () => void;
  /** Gives the request up. */
  stop: () => void;
}

/**
 * The clusters at the end of each year; while others are being found the old ones stay. What one part
 * of the page has started or stopped, the others follow.
 *
 * @param businesses that are selected; undefined: not known yet
 */
export function useClusterHistory(
  state: HistoryState,
  businesses: number | undefined,
): ShownHistory {
  const client = useQueryClient();
  const query = historyParameters(state).toString();
  const key = ['cluster history', query];
  const choiceKey = ['choice of history', query];
  const { data: isChosen = null } = useQuery<boolean | null>({
    queryKey: choiceKey,
    queryFn: () => null,
    staleTime: Infinity,
  });
  const isQuick = businesses !== undefined && businesses <= FEW_BUSINESSES;
  const isWanted = isChosen ?? isQuick;
  const settled = useSettled(query, SETTLED_MILLISECONDS);
  const isDragged = settled !== undefined && settled !== query;
  const { data, error, refetch, isPlaceholderData, isFetching } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.clusterHistory({ query, signal }),
    enabled: isWanted && !isDragged,
    placeholderData: keepPreviousData,
  });
  const isHeld = !isWanted && businesses !== undefined && (data === undefined || isPlaceholderData);
  return {
    ...{
      data,
      error,
      isHeld,
      isStale: isPlaceholderData,
      isBusy: isFetching,
      isAsked: isChosen === true,
    },
    start: () => {
      client.setQueryData(choiceKey, true);
      if (error) void refetch();
    },
    stop: () => {
      client.setQueryData(choiceKey, false);
      void client.cancelQueries({ queryKey: key });
    },
  };
}
