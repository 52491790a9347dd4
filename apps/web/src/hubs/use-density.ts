import type { HubDensity } from '@cluster-atlas/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { writeSelection, type Selection } from '../location-state/selection-parameters.js';

interface DensityRequest {
  /** A hub's slug, or `latitude,longitude`. */
  place: string;
  selection: Selection;
  radii: number[] | null;
  base: string | null;
}

/** The density profile of a place; under new filters the old one stays until the new one is there. */
export function useDensity(request: DensityRequest): UseQueryResult<HubDensity> {
  const { place } = request;
  const query = densityParameters(request).toString();
  return useQuery({
    queryKey: ['density', place, query],
    queryFn: ({ signal }) => api.density(place, { query, signal }),
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === place ? previous : undefined,
  });
}

/** Of the request for a profile, whatever its place. */
export function densityParameters({
  selection,
  radii,
  base,
}: Omit<DensityRequest, 'place'>): URLSearchParams {
  const parameters = new URLSearchParams(writeSelection(selection));
  if (radii) parameters.set('radii', radii.join(','));
  if (base !== null) parameters.set('base', base);
  return parameters;
}
