import { AnalysisProgress } from '@cluster-atlas/contract';
import type { Progress } from './run-analysis.js';

/** A proxy that holds events back is given up for asking. */
const PATIENCE_MILLISECONDS = 5000;

/**
 * Listens to the progress of a run until it has ended.
 *
 * @returns false where the stream cannot be opened, or breaks
 * @throws the reason of the signal when it aborts
 */
export function followProgress(
  id: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const source = new EventSource(`/api/v1/analyses/${encodeURIComponent(id)}/events`);
    const patience = setTimeout(() => end(false), PATIENCE_MILLISECONDS);
    function close() {
      clearTimeout(patience);
      source.close();
      signal.removeEventListener('abort', giveUp);
    }
    function end(hasEnded: boolean) {
      close();
      resolve(hasEnded);
    }
    function giveUp() {
      close();
      reject(signal.reason as Error);
    }
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    source.onerror = () => end(false);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      clearTimeout(patience);
      const progress = AnalysisProgress.safeParse(JSON.parse(data));
      if (!progress.success) return end(false);
      onProgress(progress.data);
      if (progress.data.state !== 'running') end(true);
    };
  });
}
