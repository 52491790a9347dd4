import { textTable } from '../../output.js';
import { benchAutocorrelation } from './bench-autocorrelation.js';
import { benchClusterTest } from './bench-cluster-test.js';
import { benchDbscan } from './bench-dbscan.js';
import { benchEventLoop } from './bench-event-loop.js';
import { benchHdbscan } from './bench-hdbscan.js';
import { benchKd } from './bench-kd.js';
import { benchKde } from './bench-kde.js';
import { benchMFunction } from './bench-m-function.js';
import { benchNetworkThreads } from './bench-network-threads.js';
import { benchNetworks } from './bench-networks.js';
import { benchRipleyK } from './bench-ripley-k.js';
import { benchSpecialisation } from './bench-specialisation.js';
import type { TaskBench } from './bench-task.js';
import { benchTracking } from './bench-tracking.js';

/** A family of measures, on about so many invented places. */
type FamilyBench = (points: number) => Promise<TaskBench[]>;

const FAMILIES: Record<string, FamilyBench> = {
  autocorrelation: benchAutocorrelation,
  hdbscan: benchHdbscan,
  kde: benchKde,
  'event-loop': benchEventLoop,
  specialisation: benchSpecialisation,
  tracking: benchTracking,
  networks: benchNetworks,
  'network-threads': benchNetworkThreads,
  dbscan: benchDbscan,
  'm-function': benchMFunction,
  kd: benchKd,
  'ripley-k': benchRipleyK,
  'cluster-test': benchClusterTest,
};

export const FAMILY_NAMES = Object.keys(FAMILIES);

/** @param only the families to run; null: all */
export async function benchAnalytics(
  points: number,
  only: readonly string[] | null,
): Promise<TaskBench[]> {
  const results: TaskBench[] = [];
  for (const [name, bench] of Object.entries(FAMILIES)) {
    if (only === null || only.includes(name)) results.push(...(await bench(points)));
  }
  return results;
}

export function describeAnalytics(results: TaskBench[]): string {
  const absent = results.flatMap(({ task, references }) =>
    references.flatMap((run) => ('missing' in run ? [`${task}: ${run.name}: ${run.missing}`] : [])),
  );
  const table = textTable(
    ['task', 'by', 'n', 'first', 'seconds', 'ratio', 'found'],
    results.flatMap(({ task, n, first, seconds, found, references }) => [
      [task, 'atlas', n, precise(first), precise(seconds), 1, figures(found)],
      ...references.flatMap((run) =>
        'missing' in run
          ? []
          : [
              [
                task,
                `${run.name} ${run.version}`,
                n,
                '',
                precise(run.seconds),
                run.ratio,
                figures(run.found),
              ],
            ],
      ),
    ]),
  );
  return [table, ...absent].join('\n');
}

/** Some targets are tenths of a second. */
function precise(seconds: number): string {
  return seconds.toFixed(3);
}

function figures(found: Record<string, number>): string {
  return Object.entries(found)
    .map(([name, figure]) => `${name} ${Number(figure.toPrecision(9))}`)
    .join(', ');
}
