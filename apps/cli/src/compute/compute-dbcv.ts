import { dbcv } from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { numberClusterColumn } from './cluster-labels.js';
import { readPoints, type PointColumnOptions } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { optionalTextColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface DbcvCommandOptions extends Omit<PointColumnOptions, 'weight'>, OutputOptions {
  cluster: string;
  distance: 'euclidean' | 'squared';
  ties: 'place' | 'row';
  out?: string;
}

interface ClusterRow {
  cluster: string;
  rows: number;
  sparseness: number;
  separation: number;
  validity: number;
}

interface DbcvSummary extends Summary {
  score: number | null;
  /** Rows of no cluster, or of one of less than 3. */
  noise: number;
  clusters: ClusterRow[];
}

export async function computeDbcv(options: DbcvCommandOptions): Promise<void> {
  const { input, distance, ties } = options;
  const cells: string[] = [];
  const { n, crs, warnings, ...points } = await readPoints(options, (header) => {
    const read = optionalTextColumn(header, options.cluster);
    return (row) => void cells.push(read(row));
  });
  const { labels, clusterOf } = numberClusterColumn(cells);
  const { result, seconds } = timed(() =>
    dbcv(points, clusterOf, { ties, isSquared: distance === 'squared' }),
  );
  const clusters = result.clusters.map(({ cluster, size, ...figures }) => ({
    cluster: labels[cluster]!,
    rows: size,
    ...figures,
  }));
  if (result.score === null) {
    warnings.push('There are no two clusters of 3 rows, and so there is nothing between them.');
  }
  if (options.out !== undefined) await writeRows(options.out, HEADER, clusters.map(cellsOf));
  const summary: DbcvSummary = {
    measure: 'dbcv',
    n,
    score: result.score,
    noise: n - clusters.reduce((sum, { rows }) => sum + rows, 0),
    clusters,
    parameters: { input, crs, cluster: options.cluster, distance, ties },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

const HEADER = ['cluster', 'rows', 'sparseness', 'separation', 'validity'];

function cellsOf({ cluster, rows, sparseness, separation, validity }: ClusterRow) {
  return [cluster, rows, sparseness, separation, validity];
}

/** The worst first. */
function linesOf({ n, score, noise, clusters }: DbcvSummary): string[] {
  if (score === null) return [`No score of ${n} rows`];
  const worst = [...clusters].sort((a, b) => a.validity - b.validity).slice(0, 20);
  return [
    `DBCV ${score.toFixed(4)}: ${clusters.length} clusters in ${n} rows, ${noise} noise`,
    textTable(HEADER, worst.map(cellsOf)),
  ];
}
