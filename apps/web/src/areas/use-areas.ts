import {
  CLUSTER_LAYER,
  DRAWN_LAYER,
  type AreaLayer,
  type AreaProfile,
  type AreaTable,
  type AreaTrend,
} from '@cluster-atlas/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { clusterParameters } from '../clusters/use-clusters.js';
import {
  readCorners,
  writeCorners,
  type AreaName,
  type Corner,
} from '../location-state/area-choices.js';
import { USUAL_CLUSTERS } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
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

/** All areas of a layer; under new filters the old figures stay until the new ones are there. */
export function useAreaTable(
  layer: string | null,
  selection: Selection,
): UseQueryResult<AreaTable> {
  const query = selectionQuery(selection);
  return useQuery({
    queryKey: ['area table', layer, query],
    queryFn: ({ signal }) => api.areaTable(layer!, { query, signal }),
    enabled: layer !== null,
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === layer ? previous : undefined,
  });
}

/** Where the API answers about an area, and with which parameters. */
export interface AreaAddress {
  path: string;
  /** Where its profile is. */
  profile: string;
  parameters: URLSearchParams;
}

/** Of an area of a layer, of a cluster, whose layer is that of the run, or of a drawn one, whose code is its corners. */
export function areaAddress(
  { layer, code }: AreaName,
  { selection, clusters }: Pick<LocationState, 'selection' | 'clusters'>,
): AreaAddress {
  if (layer === CLUSTER_LAYER) {
    const path = `clusters/${encodeURIComponent(code)}`;
    const parameters = clusterParameters(selection, clusters ?? USUAL_CLUSTERS);
    return { path, profile: `${path}/profile`, parameters };
  }
  if (layer === DRAWN_LAYER) return drawnAddress(readCorners(code) ?? [], selection);
  const path = `area-layers/${encodeURIComponent(layer)}/areas/${encodeURIComponent(code)}`;
  const parameters = new URLSearchParams(writeSelection(selection));
  return { path, profile: path, parameters };
}

export function drawnAddress(corners: readonly Corner[], selection: Selection): AreaAddress {
  const parameters = new URLSearchParams(writeSelection(selection));
  parameters.set('corners', writeCorners(corners));
  return { path: 'drawn-area', profile: 'drawn-area', parameters };
}

/** The request that gives an area's profile, for one or for several areas. */
export function areaRequest({ profile, parameters }: AreaAddress) {
  const query = parameters.toString();
  return {
    queryKey: ['area', profile, query],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<AreaProfile> =>
      api.area(profile, { query, signal }),
  };
}

/** The request that gives its years. */
export function trendRequest({ path, parameters }: AreaAddress) {
  const query = parameters.toString();
  return {
    queryKey: ['area trend', path, query],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<AreaTrend> =>
      api.areaTrend(path, { query, signal }),
  };
}
