import { z } from 'zod';
import { ClusterRun } from './clusters.js';
import { Count } from './measures.js';

const RUN_STATES = ['running', 'done', 'failed', 'cancelled'] as const;

const RunSummary = z.object({
  id: z.string().describe('Permanent.'),
  name: z.string().nullable().describe('Of a run that is kept; others expire.'),
  date: z.iso.date().describe('The day that is mapped.'),
  startedAt: z.iso.datetime(),
});

/** Clusters that are being found, or were. */
export const Analysis = RunSummary.extend({
  state: z.enum(RUN_STATES),
  done: Count.describe('Random labellings so far.'),
  total: Count.describe('At most so many: a test ends early where the outcome is clear.'),
  definition: z.record(z.string(), z.unknown()).describe('The parameters that were asked for.'),
  failure: z.string().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  result: ClusterRun.nullable().describe('Null until it is done.'),
});
export type Analysis = z.infer<typeof Analysis>;

/** How far a run is, without its answer. */
export const AnalysisProgress = Analysis.pick({
  id: true,
  done: true,
  total: true,
  failure: true,
  finishedAt: true,
}).extend({
  state: z.enum([...RUN_STATES, 'expired']).describe('Of any but `running` nothing follows.'),
});
export type AnalysisProgress = z.infer<typeof AnalysisProgress>;

export const KeptRuns = z.object({
  runs: z
    .array(RunSummary.extend({ clusters: Count, definition: z.record(z.string(), z.unknown()) }))
    .describe('Those that are kept, the latest date first.'),
});
export type KeptRuns = z.infer<typeof KeptRuns>;

/** One cluster through the kept runs that found it. */
export const KeptCluster = z.object({
  id: z.string(),
  name: z.string().describe('As the latest run has it.'),
  versions: z
    .array(
      z.object({
        run: z.string().describe('Id of the run.'),
        runName: z.string(),
        date: z.iso.date(),
        slug: z.string().describe('In that run.'),
        name: z.string(),
        size: Count.describe('Businesses.'),
      }),
    )
    .describe('In the order of dates.'),
});
export type KeptCluster = z.infer<typeof KeptCluster>;
