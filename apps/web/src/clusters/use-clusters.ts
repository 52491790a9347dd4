import type { ClusterRun } from '@cluster-atlas/contract';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { writeClusterChoices, type ClusterChoices } from '../location-state/cluster-choices.js';
import type { LocationState } from '../location-state/location-state.js';
import { writeSelection, type Selection } from '../location-state/selection-parameters.js';
import { runAnalysis, type Progress } from './run-analysis.js';
import { useKeptRun } from './use-kept-runs.js';
import { useSettled } from '../api/use-settled.js';

/** Random labellings that each cluster is tested against: one by HDBSCAN* takes several times as long. */
const LABELLINGS = { dbscan: 999, hdbscan: 199 };
/** The test costs more than the clusters: it waits until nobody drags a slider. */
const SETTLED_MILLISECONDS = 600;

/** The parameters of every request about the clusters of a selection. */
export function clusterParameters(selection: Selection, choices: ClusterChoices): URLSearchParams {
  return new URLSearchParams([...writeSelection(selection), ...writeClusterChoices(choices)]);
}

/** Whether its clusters are of jobs, not of businesses: then they are not tested. */
export function isByJobs({ definition }: ClusterRun): boolean {
  return definition['weight'] === 'jobs';
}

export interface ShownClusters {
  run: ClusterRun | undefined;
  error: Error | null;
  /** Of the request that gives these figures, tests and all. */
  parameters: URLSearchParams;
  /** The clusters belong to the choices before. */
  isStale: boolean;
  /** Whether they stand out: a test may be given up, and fail. */
  test: {
    state: 'running' | 'done' | 'stopped';
    progress: Progress | null;
    stop: () => void;
    start: () => void;
  };
  retry: () => void;
}

type ClusterState = Pick<LocationState, 'selection' | 'clusters' | 'keptRun'>;

/** The clusters of the kept run that is chosen, or those that are found now. Nothing without choices. */
export function useClusters({ selection, clusters, keptRun }: ClusterState): ShownClusters {
  const id = clusters && keptRun;
  const found = useFoundClusters(selection, id === null ? clusters : null);
  const { data, error, refetch } = useKeptRun(id);
  if (id === null) return found;
  return {
    ...found,
    ...{ run: data?.result ?? undefined, error, isStale: false },
    test: { ...found.test, state: 'done' },
    retry: () => void refetch(),
  };
}

/** The clusters at once, then the same ones tested; while others are being found the old ones stay. */
function useFoundClusters(selection: Selection, choices: ClusterChoices | null): ShownClusters {
  const parameters = choices && clusterParameters(selection, choices);
  const query = parameters?.toString() ?? '';
  const found = useQuery({
    queryKey: ['clusters', query],
    queryFn: ({ signal }) => api.clusters({ query, signal }),
    enabled: choices !== null,
    placeholderData: keepPreviousData,
  });
  const { run, ...test } = useClusterTest(query, choices);
  return {
    run: run ?? found.data,
    parameters: new URLSearchParams(run ? withTests(query, choices!) : query),
    error: found.error,
    isStale: found.isPlaceholderData && !run,
    test,
    retry: () => void found.refetch(),
  };
}

/** The test as a job of the server: it is cancelled with what asked for it. */
function useClusterTest(query: string, choices: ClusterChoices | null) {
  const client = useQueryClient();
  const isSettled = useSettled(query, SETTLED_MILLISECONDS) === query;
  const key = ['tested clusters', query];
  const progressKey = ['progress of the test', query];
  const isStopped = useQuery({
    queryKey: ['stopped test', query],
    queryFn: () => false,
    staleTime: Infinity,
  });
  const tested = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      runAnalysis(withTests(query, choices!), {
        signal,
        onProgress: (progress) => client.setQueryData(progressKey, progress),
      }),
    enabled: choices !== null && isSettled && isStopped.data === false,
  });
  const progress = useQuery<Progress | null>({
    queryKey: progressKey,
    queryFn: () => null,
    staleTime: Infinity,
  });
  const setStopped = (isNow: boolean) => client.setQueryData(['stopped test', query], isNow);
  const hasEnded = tested.error !== null || isStopped.data === true;
  const state: ShownClusters['test']['state'] = tested.data
    ? 'done'
    : hasEnded
      ? 'stopped'
      : 'running';
  return {
    run: tested.data,
    state,
    progress: progress.data ?? null,
    stop: () => {
      setStopped(true);
      void client.cancelQueries({ queryKey: key });
    },
    start: () => {
      setStopped(false);
      if (tested.error) void tested.refetch();
    },
  };
}

/** Clusters of jobs are only looked for by other parameters: the API refuses to test them. */
export function withTests(query: string, { method, weight }: ClusterChoices): string {
  const tests = new URLSearchParams({ robustness: 'true' });
  if (weight !== 'jobs') tests.set('labellings', String(LABELLINGS[method]));
  return [query, tests.toString()].filter(Boolean).join('&');
}
