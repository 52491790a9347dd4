import { dbscan, POINT_KINDS, type Clustering, type LabelPolicy } from '@cluster-atlas/analytics';
import { csvLine } from '@cluster-atlas/data';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { print, type OutputOptions } from '../output.js';
import { readPoints, type PointColumnOptions } from './point-input.js';

export interface DbscanCommandOptions extends PointColumnOptions, OutputOptions {
  eps: number;
  minPoints: number;
  labels: LabelPolicy;
  out?: string;
}

interface DbscanSummary {
  measure: 'dbscan';
  n: number;
  clusters: number;
  core: number;
  border: number;
  noise: number;
  /** Rows of each cluster. */
  sizes: number[];
  parameters: object;
  warnings: string[];
  /** Of the computation alone. */
  seconds: number;
}

export async function computeDbscan(options: DbscanCommandOptions): Promise<void> {
  const { eps, minPoints, labels } = options;
  const { n, crs, warnings, ...points } = await readPoints(options);
  const started = performance.now();
  const result = dbscan(points, { eps, minPoints, labels });
  const seconds = (performance.now() - started) / 1000;
  if (options.out !== undefined) await writeRows(options.out, result);
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
    parameters: {
      input: options.input,
      basis: options.weight ?? 'count',
      crs,
      eps,
      minPoints,
      labels,
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(summary));
}

/** Probability and outlier score are of HDBSCAN*, whose file has the same columns; they stay empty. */
function* rowLines({ labels, kinds }: Clustering): Generator<string> {
  yield csvLine(['row', 'cluster', 'kind', 'probability', 'outlier_score']);
  let page = '';
  for (let i = 0; i < labels.length; i++) {
    page += csvLine([i + 1, labels[i]!, POINT_KINDS[kinds[i]!]!, null, null]);
    if (page.length < 1 << 16) continue;
    yield page;
    page = '';
  }
  yield page;
}

async function writeRows(file: string, result: Clustering): Promise<void> {
  await pipeline(Readable.from(rowLines(result)), createWriteStream(file));
}

function describe({ n, clusters, core, border, noise, sizes, ...rest }: DbscanSummary): string {
  const largest = [...sizes].sort((a, b) => b - a);
  const share = n === 0 ? '' : ` (${((100 * noise) / n).toFixed(1)} %)`;
  const parameters = Object.entries(rest.parameters)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`);
  return [
    `${clusters} clusters in ${n} rows: ${core} core, ${border} border, ${noise} noise${share}`,
    ...(clusters > 0
      ? [`Sizes: ${largest.slice(0, 20).join(', ')}${clusters > 20 ? ', …' : ''}`]
      : []),
    `Parameters: ${parameters.join(', ')}`,
    ...rest.warnings.map((warning) => `Note: ${warning}`),
    `${rest.seconds.toFixed(3)} s`,
  ].join('\n');
}
