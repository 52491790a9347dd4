import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import type { MapSettings } from '@cluster-atlas/contract';

const OFFLINE: MapSettings = { tileUrl: null, attribution: '', extent: null };

/** Null while they are on their way; the offline base where they cannot be had. */
export function useMapSettings(): MapSettings | null {
  const { data, isError } = useQuery({
    queryKey: ['map-settings'],
    queryFn: ({ signal }) => api.mapSettings({ signal }),
    staleTime: Infinity,
  });
  return data ?? (isError ? OFFLINE : null);
}
