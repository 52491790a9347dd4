import type { Hub } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

const NONE: Hub[] = [];

export function useHubs(): { hubs: Hub[]; isLoaded: boolean } {
  const { data } = useQuery({
    queryKey: ['hubs'],
    queryFn: ({ signal }) => api.hubs({ signal }),
    staleTime: Infinity,
  });
  return { hubs: data?.items ?? NONE, isLoaded: data !== undefined };
}
