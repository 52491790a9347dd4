import type { Analysis, ClusterRun } from '@cluster-atlas/contract';
import { api } from '../api/client.js';
import { followProgress } from './follow-progress.js';

export interface Progress {
  done: number;
  total: number;
}

const BETWEEN_QUESTIONS = 500;

/**
 * Has clusters found as a job of the server, which is cancelled when the signal aborts.
 *
 * @throws {Error} what the run says of its failure
 */
export async function runAnalysis(
  query: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<ClusterRun> {
  let analysis = await api.startAnalysis({ query, signal });
  const { id } = analysis;
  const cancel = () => {
    api.cancelAnalysis(id).catch(() => undefined); // nobody waits for the answer any more
  };
  signal.addEventListener('abort', cancel);
  window.addEventListener('pagehide', cancel);
  if (signal.aborted) cancel();
  try {
    if (analysis.state === 'running') {
      await followProgress(id, { signal, onProgress });
      analysis = await api.analysis(id, { signal });
    }
    while (analysis.state === 'running') {
      onProgress({ done: analysis.done, total: analysis.total });
      await pause(signal);
      analysis = await api.analysis(id, { signal });
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    window.removeEventListener('pagehide', cancel);
  }
  return resultOf(analysis);
}

function resultOf({ result, failure, state }: Analysis): ClusterRun {
  if (!result) throw new Error(failure ?? `The analysis is ${state}.`);
  return result;
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, BETWEEN_QUESTIONS);
    function end() {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }
    function giveUp() {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
