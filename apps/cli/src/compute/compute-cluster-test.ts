import { studyClusters, testClusters, type ClusterTest } from '@cluster-atlas/analytics';
import { clusterTestOnThreads, withWorkers } from '@cluster-atlas/workers';
import { print, textTable, type OutputOptions } from '../output.js';
import { describe, timedOnThreads, type Summary } from './summary.js';
import { readTypedPoints, type TypedPointOptions } from './typed-point-input.js';
import { writeRows } from './write-rows.js';

export interface ClusterTestOptions extends TypedPointOptions, OutputOptions {
  reference: string;
  eps: number;
  minPoints: number;
  simulations: number;
  enough: number;
  seed: number;
  out?: string;
}

interface ClusterTestSummary extends Summary {
  references: number;
  clusters: ClusterTest['clusters'];
}

/** Labellings times points from which on starting threads, a tenth of a second, pays. */
const MUCH_WORK = 1e7;

export async function computeClusterTest(options: ClusterTestOptions): Promise<void> {
  const { input, eps, minPoints, simulations, enough, seed, reference } = options;
  const { n, crs, warnings, numberOf, ...points } = await readTypedPoints(options);
  const method = { method: 'dbscan' as const, eps, minPoints };
  const rule = { reference: numberOf(reference), method };
  const labelling = { seed, labellings: simulations, enough };
  const { result, seconds } = await timedOnThreads(() =>
    n * simulations < MUCH_WORK
      ? Promise.resolve(testClusters(studyClusters(points, rule), labelling))
      : withWorkers((workers) => clusterTestOnThreads(workers, points, { ...rule, ...labelling })),
  );
  if (options.out !== undefined) {
    await writeRows(options.out, ['row', 'cluster', 'p'], rowsOf(n, result));
  }
  if (result.clusters.length === 0) warnings.push('There is no cluster to test.');
  const summary: ClusterTestSummary = {
    measure: 'cluster-test',
    n,
    references: result.references.length,
    clusters: result.clusters,
    parameters: {
      input,
      basis: options.weight ?? 'count',
      crs,
      reference,
      eps,
      minPoints,
      labels: 'nearest',
      simulations,
      enough,
      seed,
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

/** Rows of other kinds have no cluster; noise is -1 and has no p. */
function* rowsOf(n: number, { references, labels, clusters }: ClusterTest) {
  const labelOf = new Map(Array.from(references, (row, i) => [row, labels[i]!]));
  for (let row = 0; row < n; row++) {
    const label = labelOf.get(row);
    yield [row + 1, label ?? null, label === undefined ? null : (clusters[label]?.p ?? null)];
  }
}

/** The most certain first. */
function linesOf({ n, references, clusters }: ClusterTestSummary): string[] {
  const rows = clusters
    .map((cluster, number) => ({ number, ...cluster }))
    .sort((a, b) => b.logLikelihoodRatio - a.logLikelihoodRatio)
    .slice(0, 20)
    .map((row) => [row.number, row.cases, row.all, row.expected, row.p.toFixed(4), row.labellings]);
  return [
    `${clusters.length} clusters of ${references} references in ${n} rows`,
    ...(rows.length > 0
      ? [textTable(['cluster', 'cases', 'all', 'expected', 'p', 'labellings'], rows)]
      : []),
  ];
}
