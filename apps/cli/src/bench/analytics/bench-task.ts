import { runReferences, type Reference, type ReferenceRun } from '../reference-program.js';

/** One measure on invented data, beside whatever reference this machine has. */
export interface TaskBench {
  task: string;
  n: number;
  /** Seconds of the first run, which also compiles: what a single command waits for. */
  first: number;
  /** The median of RUNS after it: what a server that runs for days takes. */
  seconds: number;
  /** A few figures of the result, by which to see that both did the same. */
  found: Record<string, number>;
  /** `ratio`: their seconds by ours. */
  references: (ReferenceRun & { ratio: number | null })[];
}

interface Task {
  task: string;
  n: number;
  /** Returns `found`. */
  work: () => Record<string, number> | Promise<Record<string, number>>;
  references?: {
    programs: readonly Reference[];
    columns: readonly Float64Array[];
    words: readonly (string | number)[];
  };
}

const RUNS = 5;

export async function benchTask({ task, n, work, references }: Task): Promise<TaskBench> {
  const times: number[] = [];
  let found: Record<string, number> = {};
  for (let run = 0; run <= RUNS; run++) {
    const started = performance.now();
    found = await work();
    times.push((performance.now() - started) / 1000);
  }
  const [first, ...others] = times;
  const seconds = others.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  const runs = references
    ? await runReferences(references.programs, references.columns, references.words)
    : [];
  return {
    task,
    n,
    first: first!,
    seconds,
    found,
    references: runs.map((run) => ({
      ...run,
      ratio: 'seconds' in run ? run.seconds / seconds : null,
    })),
  };
}
