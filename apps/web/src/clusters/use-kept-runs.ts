import type { Analysis, KeptCluster, KeptRuns } from '@cluster-atlas/contract';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client.js';

/** The runs that are kept, the latest date first. */
export function useKeptRuns(): UseQueryResult<KeptRuns['runs']> {
  return useQuery({
    queryKey: ['kept runs'],
    queryFn: async ({ signal }) => (await api.keptRuns({ signal })).runs,
  });
}

/** A kept run, which never changes; nothing without an id. */
export function useKeptRun(id: string | null): UseQueryResult<Analysis> {
  return useQuery({
    queryKey: ['kept run', id],
    queryFn: ({ signal }) => api.analysis(id!, { signal }),
    enabled: id !== null,
    staleTime: Infinity,
  });
}

/** A cluster through the kept runs that found it. */
export function useKeptCluster(id: string): UseQueryResult<KeptCluster> {
  return useQuery({
    queryKey: ['kept cluster', id],
    queryFn: ({ signal }) => api.keptCluster(id, { signal }),
  });
}
