import type { Hub } from '@cluster-atlas/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';

const NONE: Hub[] = [];

interface Hubs {
  /** None until they are known. */
  hubs: Hub[];
  isLoaded: boolean;
  error: Error | null;
  retry: () => void;
}

export function useHubs(): Hubs {
  const { data, error, refetch } = useQuery({
    queryKey: ['hubs'],
    queryFn: ({ signal }) => api.hubs({ signal }),
    staleTime: Infinity,
  });
  return {
    ...{ hubs: data?.items ?? NONE, isLoaded: data !== undefined, error },
    retry: () => void refetch(),
  };
}
