import {
  clusterReaches,
  cutOrder,
  optics,
  outlineClusters,
  POINT_KINDS,
  pointReachability,
  xiClusters,
  type Clustering,
  type PointReachability,
  type ReachTies,
  type WeightedPoints,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { CLUSTERING_HEADER, shareOf, sizeLines } from './clustering-report.js';
import { readPoints, type PointColumnOptions } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeOutlines } from './write-outlines.js';
import { writeRows } from './write-rows.js';

export interface OpticsCommandOptions extends PointColumnOptions, OutputOptions {
  minPoints: number;
  maxEps?: number;
  method: 'xi' | 'cut';
  xi?: number;
  minClusterSize?: number;
  eps?: number;
  ties: ReachTies;
  out?: string;
  outlines?: string;
  plane?: string;
}

interface OpticsSummary extends Summary {
  clusters: number;
  noise: number;
  /** Rows of each cluster. */
  sizes: number[];
}

/** Metres, so that a cluster all at one place has an outline. */
const REACH_OF_ONE_PLACE = 1;

const HEADER = [...CLUSTERING_HEADER, 'order', 'reachability', 'core_distance'];

export async function computeOptics(options: OpticsCommandOptions): Promise<void> {
  check(options);
  const { minPoints, maxEps = Infinity, ties, eps } = options;
  const { xi = 0.05, minClusterSize = minPoints } = options;
  const { n, crs, projection, warnings, ...points } = await readPoints(options);
  const { result, seconds } = timed(() => {
    const order = optics(points, { minPoints, maxEps, ties });
    const found =
      eps === undefined ? xiClusters(order, { xi, minClusterSize }) : cutOrder(order, eps);
    return { found, reach: pointReachability(order) };
  });
  const { found, reach } = result;
  if (options.out !== undefined) await writeRows(options.out, HEADER, rowsOf(found, reach));
  if (options.outlines !== undefined) {
    const outlines = outlinesOf(found, { reach, points, eps });
    await writeOutlines(options.outlines, outlines, { projection, planeName: options.plane });
  }
  if (n > 0 && found.clusters === 0) warnings.push('There is no cluster: every row is noise.');
  const summary: OpticsSummary = {
    measure: 'optics',
    n,
    clusters: found.clusters,
    noise: found.noiseCount,
    sizes: Array.from(found.sizes),
    parameters: {
      input: options.input,
      basis: options.weight ?? 'count',
      crs,
      minPoints,
      maxEps: options.maxEps ?? null,
      method: options.method,
      ...(eps === undefined ? { xi, minClusterSize } : { eps }),
      ties,
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

/** Of a cut around its cores, of xi around all rows. */
function outlinesOf(
  found: Clustering,
  of: { reach: PointReachability; points: WeightedPoints; eps: number | undefined },
) {
  const reaches = clusterReaches(of.reach, found);
  const reachOf = (cluster: number) => of.eps ?? (reaches[cluster]! || REACH_OF_ONE_PLACE);
  const isDrawn =
    of.eps === undefined ? null : found.kinds.map((kind) => Number(POINT_KINDS[kind] === 'core'));
  return outlineClusters({ ...of.points, ...found, isDrawn }, reachOf);
}

/** @throws {UsageError} if options of one method are given with the other */
function check({ method, eps, xi, minClusterSize, maxEps = Infinity }: OpticsCommandOptions): void {
  if (method === 'cut') {
    if (eps === undefined) throw new UsageError('--method cut needs --eps.');
    if (eps > maxEps) throw new UsageError(`--eps ${eps} is beyond --max-eps ${maxEps}.`);
    if (xi !== undefined || minClusterSize !== undefined) {
      throw new UsageError('--xi and --min-cluster-size are for --method xi.');
    }
  } else if (eps !== undefined) throw new UsageError('--eps is for --method cut.');
}

/** Probability and outlier score are of HDBSCAN*; they stay empty. */
function* rowsOf(
  { labels, kinds }: Clustering,
  { orders, reachabilities, coreDistances }: PointReachability,
) {
  for (let i = 0; i < labels.length; i++) {
    yield [
      ...[i + 1, labels[i]!, POINT_KINDS[kinds[i]!]!, null, null, orders[i]! + 1],
      ...[reachabilities[i]!, coreDistances[i]!].map((metres) =>
        metres < Infinity ? metres : null,
      ),
    ];
  }
}

function linesOf({ n, clusters, noise, sizes }: OpticsSummary): string[] {
  return [
    `${clusters} clusters in ${n} rows, ${noise} noise${shareOf(noise, n)}`,
    ...sizeLines(sizes),
  ];
}
