import {
  dbscan,
  outlineClusters,
  POINT_KINDS,
  type Clustering,
  type LabelPolicy,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { CLUSTERING_HEADER, shareOf, sizeLines } from './clustering-report.js';
import { readPoints, type PointColumnOptions } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeOutlines } from './write-outlines.js';
import { writeRows } from './write-rows.js';

export interface DbscanCommandOptions extends PointColumnOptions, OutputOptions {
  eps: number;
  minPoints: number;
  labels: LabelPolicy;
  out?: string;
  outlines?: string;
  plane?: string;
}

interface DbscanSummary extends Summary {
  clusters: number;
  core: number;
  border: number;
  noise: number;
  /** Rows of each cluster. */
  sizes: number[];
}

export async function computeDbscan(options: DbscanCommandOptions): Promise<void> {
  const { eps, minPoints, labels, input } = options;
  const { n, crs, warnings, ...points } = await readPoints(options);
  const { result, seconds } = timed(() => dbscan(points, { eps, minPoints, labels }));
  if (options.out !== undefined) await writeRows(options.out, CLUSTERING_HEADER, rowsOf(result));
  if (options.outlines !== undefined) {
    const isDrawn = result.kinds.map((kind) => Number(POINT_KINDS[kind] === 'core'));
    const outlines = outlineClusters({ ...points, ...result, isDrawn }, () => eps);
    await writeOutlines(options.outlines, outlines, { crs, planeName: options.plane });
  }
  const { clusters, coreCount: core, noiseCount: noise } = result;
  if (n > 0 && clusters === 0) warnings.push('There is no cluster: every row is noise.');
  const summary: DbscanSummary = {
    measure: 'dbscan',
    n,
    clusters,
    core,
    border: n - core - noise,
    noise,
    sizes: Array.from(result.sizes),
    parameters: { input, basis: options.weight ?? 'count', crs, eps, minPoints, labels },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

/** Probability and outlier score are of HDBSCAN*; they stay empty. */
function* rowsOf({ labels, kinds }: Clustering) {
  for (let i = 0; i < labels.length; i++) {
    yield [i + 1, labels[i]!, POINT_KINDS[kinds[i]!]!, null, null];
  }
}

function linesOf({ n, clusters, core, border, noise, sizes }: DbscanSummary): string[] {
  return [
    `${clusters} clusters in ${n} rows: ${core} core, ${border} border, ${noise} noise${shareOf(noise, n)}`,
    ...sizeLines(sizes),
  ];
}
