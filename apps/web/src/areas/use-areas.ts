import type { AreaLayer, AreaProfile, AreaTable } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { writeCorners, type AreaName, type Corner } from '../location-state/area-choices.js';
import {
  selectionQuery,
  writeSelection,
  type Selection,
} from '../location-state/selection-parameters.js';

/** The layers that are loaded; undefined until they are known. */
export function useAreaLayers(): UseQueryResult<AreaLayer[]> {
  return useQuery({
    queryKey: ['area layers'],
    queryFn: async ({ signal }) => (await api.areaLayers({ signal })).items,
  });
}

/** All areas of a layer; while others are being measured the old ones stay. */
export function useAreaTable(
  layer: string | null,
  selection: Selection,
): UseQueryResult<AreaTable> {
  const query = selectionQuery(selection);
  return useQuery({
    queryKey: ['area table', layer, query],
    queryFn: ({ signal }) => api.areaTable(layer!, { query, signal }),
    enabled: layer !== null,
    placeholderData: keepPreviousData,
  });
}

/** Where the API answers about an area, and with which parameters. */
export interface AreaAddress {
  path: string;
  parameters: URLSearchParams;
}

export function areaAddress({ layer, code }: AreaName, selection: Selection): AreaAddress {
  return {
    path: `area-layers/${encodeURIComponent(layer)}/areas/${encodeURIComponent(code)}`,
    parameters: new URLSearchParams(writeSelection(selection)),
  };
}

export function drawnAddress(corners: readonly Corner[], selection: Selection): AreaAddress {
  const parameters = new URLSearchParams(writeSelection(selection));
  parameters.set('corners', writeCorners(corners));
  return { path: 'drawn-area', parameters };
}

/** The request that gives an area's profile, for one or for several areas. */
export function areaRequest({ path, parameters }: AreaAddress) {
  const query = parameters.toString();
  return {
    queryKey: ['area', path, query],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<AreaProfile> =>
      api.area(path, { query, signal }),
  };
}
