import type { Facets } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';
import {
  selectionQuery,
  writeSelection,
  type Selection,
} from '../location-state/selection-parameters.js';
import type { MapFrame } from '../map/map-frame.js';

/** How many businesses are selected, wherever they are; undefined until it is known. */
export function useSelectedCount(selection: Selection): number | undefined {
  const query = selectionQuery(selection);
  const { data } = useQuery({
    queryKey: ['selected count', query],
    queryFn: ({ signal }) => api.facets({ query, signal }),
  });
  return data?.total;
}

/** How many businesses in the map's view each choice would show. */
export function useFacets(selection: Selection, frame: MapFrame | null): UseQueryResult<Facets> {
  const parameters = new URLSearchParams(writeSelection(selection));
  if (frame) parameters.set('bbox', frame.box);
  const query = parameters.toString();
  return useQuery({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => api.facets({ query, signal }),
    enabled: frame !== null,
    placeholderData: keepPreviousData,
  });
}
