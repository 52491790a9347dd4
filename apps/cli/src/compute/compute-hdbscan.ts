import {
  buildDensityHierarchy,
  cutHierarchy,
  outlineClusters,
  POINT_KINDS,
  selectClusters,
  spanWeight,
  type DensityHierarchy,
  type HierarchyClusters,
  type SelectedClusters,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { CLUSTERING_HEADER, shareOf, sizeLines } from './clustering-report.js';
import { EDGE_HEADER, edgeRows } from './edge-rows.js';
import { readPoints, type PointColumnOptions } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeOutlines } from './write-outlines.js';
import { writeRows } from './write-rows.js';

export interface HdbscanCommandOptions extends PointColumnOptions, OutputOptions {
  minClusterSize: number;
  minSamples?: number;
  countsSelf: 'true' | 'false';
  selection: 'eom' | 'leaf';
  selectionEpsilon: number;
  maxClusterSize?: number;
  allowSingleCluster: boolean;
  minScale: number;
  cut?: number;
  out?: string;
  edges?: string;
  outlines?: string;
  plane?: string;
}

interface HdbscanSummary extends Summary {
  clusters: number;
  noise: number;
  /** The length of a minimum spanning tree of mutual reachability over all rows, by weight. */
  mstWeight: number | null;
  /** Rows of each cluster. */
  sizes: number[];
  /** Of each cluster; null where the density is infinite. A cut has neither. */
  stability?: (number | null)[];
  persistence?: (number | null)[];
  /** Metres at which each cluster begins; null for the root. */
  reach?: (number | null)[];
}

export async function computeHdbscan(options: HdbscanCommandOptions): Promise<void> {
  const { n, crs, warnings, ...points } = await readPoints(options);
  const { minSamples = options.minClusterSize, cut } = options;
  const { result, seconds } = timed(() => {
    const countsSelf = options.countsSelf === 'true';
    const hierarchy = buildDensityHierarchy(points, { minSamples, countsSelf });
    const selected = cut === undefined ? select(hierarchy, options) : null;
    const found = selected ?? cutHierarchy(hierarchy, cut!);
    return { hierarchy, selected, found, mstWeight: spanWeight(hierarchy) };
  });
  const { hierarchy, selected, found, mstWeight } = result;
  if (options.out !== undefined)
    await writeRows(options.out, CLUSTERING_HEADER, rowsOf(found, selected));
  if (options.edges !== undefined) await writeRows(options.edges, EDGE_HEADER, edgeRows(hierarchy));
  if (options.outlines !== undefined) {
    const reachOf = (cluster: number) => cut ?? selected?.reaches[cluster] ?? Infinity;
    const outlines = outlineClusters({ ...points, ...found, isDrawn: null }, reachOf);
    await writeOutlines(options.outlines, outlines, { crs, planeName: options.plane });
  }
  const summary: HdbscanSummary = {
    measure: 'hdbscan',
    n,
    clusters: found.clusters,
    noise: found.noiseCount,
    mstWeight,
    sizes: Array.from(found.sizes),
    ...(selected && {
      stability: selected.stabilities,
      persistence: selected.persistences,
      reach: selected.reaches,
    }),
    parameters: parametersOf(options, { crs, minSamples }),
    warnings: [...warnings, ...warningsOf(hierarchy, found, options)],
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function select(hierarchy: DensityHierarchy, options: HdbscanCommandOptions): SelectedClusters {
  const { minClusterSize, selection, selectionEpsilon, allowSingleCluster, minScale } = options;
  return selectClusters(hierarchy, {
    minClusterSize,
    selection,
    selectionEpsilon,
    maxClusterSize: options.maxClusterSize ?? Infinity,
    allowSingleCluster,
    minScale,
  });
}

function parametersOf(
  options: HdbscanCommandOptions,
  { crs, minSamples }: { crs: string | null; minSamples: number },
): Summary['parameters'] {
  const { input, weight, minClusterSize, countsSelf, selection, selectionEpsilon } = options;
  const { maxClusterSize = null, allowSingleCluster, minScale, cut = null } = options;
  const build = { minSamples, countsSelf: countsSelf === 'true' };
  const common = { input, basis: weight ?? 'count', crs };
  if (cut !== null) return { ...common, ...build, cut };
  return {
    ...common,
    minClusterSize,
    ...build,
    ...{ selection, selectionEpsilon, maxClusterSize, allowSingleCluster, minScale },
  };
}

function warningsOf(
  { squaredCores, sites, starts }: DensityHierarchy,
  { clusters, labels }: HierarchyClusters,
  { minScale, cut }: HdbscanCommandOptions,
): string[] {
  if (labels.length === 0) return [];
  if (squaredCores[0] === Infinity)
    return ['All rows together are less than --min-samples: noise.'];
  const warnings = clusters === 0 ? ['There is no cluster: every row is noise.'] : [];
  const endless = sites.reduce(
    (sum, site, leaf) => sum + (squaredCores[leaf] === 0 ? starts[site + 1]! - starts[site]! : 0),
    0,
  );
  if (endless > 0 && minScale === 0 && cut === undefined) {
    warnings.push(
      `${endless} rows share their place with so many that their density is infinite: ` +
        'beside them others have the probability 0. --min-scale bounds it.',
    );
  }
  return warnings;
}

const NOISE_KIND = POINT_KINDS[0];
const CORE_KIND = POINT_KINDS[2];

/** Whatever is no noise is core: HDBSCAN* has no border. */
function* rowsOf({ labels }: HierarchyClusters, selected: SelectedClusters | null) {
  for (let i = 0; i < labels.length; i++) {
    yield [
      i + 1,
      labels[i]!,
      labels[i]! < 0 ? NOISE_KIND : CORE_KIND,
      selected ? selected.probabilities[i]! : null,
      selected ? selected.outlierScores[i]! : null,
    ];
  }
}

function linesOf({ n, clusters, noise, sizes, mstWeight }: HdbscanSummary): string[] {
  return [
    `${clusters} clusters in ${n} rows, ${noise} noise${shareOf(noise, n)}`,
    ...sizeLines(sizes),
    ...(mstWeight === null ? [] : [`Minimum spanning tree: ${mstWeight}`]),
  ];
}
