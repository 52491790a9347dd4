import type { ClusterQuery } from '@cluster-atlas/contract';
import { createHash } from 'node:crypto';

/** The parameters of a run, its date among them. */
export type RunDefinition = ClusterQuery & { date: string };

/** What a run tells of its clusters, beyond which they are. */
const TOLD_ONLY = new Set(['date', 'labellings', 'seed', 'robustness', 'minSize']);

/** Names today where no date is given, so that the run means the same tomorrow. */
export function defineRun(query: ClusterQuery): RunDefinition {
  return { ...query, date: query.date ?? new Date().toISOString().slice(0, 10) };
}

/** The same for runs whose clusters can be followed from one to the next. */
export function lineageOf(definition: RunDefinition): string {
  const chosen = Object.entries(definition)
    .filter(([name, value]) => value !== undefined && !TOLD_ONLY.has(name))
    .filter(([name, value]) => name !== 'weight' || value !== 'businesses') // as runs were kept before there were others
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(chosen)).digest('hex');
}
