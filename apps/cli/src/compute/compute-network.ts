import {
  communityQuality,
  listArcs,
  usualRestarts,
  type Betweenness,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { readFlows, type FlowColumnOptions, type FlowInput } from './flow-input.js';
import { NETWORK_MEASURES, type NetworkFound, type NetworkOptions } from './network-columns.js';
import { numberWords, readNodeTable } from './node-table.js';
import { describe, timedOnThreads, type Summary } from './summary.js';
import { textColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface NetworkCommandOptions
  extends FlowColumnOptions, Omit<NetworkOptions, 'restarts'>, OutputOptions {
  restarts?: number;
  directed: 'true' | 'false';
  distance: 'steps' | 'inverse-weight';
  measures: string[];
  nodes?: string;
  node: string;
  sector?: string;
  partition?: string;
  out?: string;
  edgesOut?: string;
}

interface NetworkSummary extends Summary {
  nodes: number;
  arcs: number;
  directed: boolean;
  loops: number;
  parallel: number;
  /** Names. */
  articulationPoints?: string[];
  bridges?: (readonly [string, string])[];
  /** Of the communities in the file. */
  partitionQuality?: number | null;
  [figure: string]: unknown;
}

export async function computeNetwork(options: NetworkCommandOptions): Promise<void> {
  const isDirected = options.directed === 'true';
  const { more, labelsOf } = await readNodes(options);
  const flows = await readFlows(options, { isDirected, more });
  const { graph, names } = flows;
  const kinds = labelsOf('sector', names);
  const partition = labelsOf('partition', names);
  const costs = costsOf(options, flows);
  const restarts = options.restarts ?? usualRestarts(graph.nodes);
  const withEdges = options.edgesOut !== undefined;
  const network = { ...options, graph, costs, kinds, restarts, withEdges };
  const { result, seconds } = await timedOnThreads(async () => {
    const chosen = Object.entries(NETWORK_MEASURES).filter(([name]) =>
      options.measures.includes(name),
    );
    const found: NetworkFound[] = [];
    for (const [, measure] of chosen) found.push(await measure(network));
    return found;
  });
  const columns = Object.assign({}, ...result.map((found) => found.columns)) as Columns;
  const cuts = result.find((found) => found.cuts)?.cuts;
  const bridges = cuts?.bridges.map(([a, b]) => [names[a]!, names[b]!] as const);
  const edges = result.find((found) => found.edges)?.edges ?? null;
  if (options.out !== undefined) await writeNodes(options.out, flows, columns);
  if (options.edgesOut !== undefined) await writeEdges(options.edgesOut, flows, { edges, bridges });
  const summary: NetworkSummary = {
    measure: 'network',
    n: flows.n,
    nodes: graph.nodes,
    arcs: graph.arcs,
    directed: isDirected,
    loops: graph.dropped.loops,
    parallel: graph.dropped.parallel,
    ...(Object.assign({}, ...result.map((found) => found.figures)) as object),
    ...(cuts && {
      articulationPoints: flows.order
        .filter((node) => cuts.isArticulation[node])
        .map((node) => names[node]!),
      bridges: bridges!,
    }),
    ...(partition && { partitionQuality: communityQuality(graph, partition, options) }),
    parameters: { ...parametersOf(options), restarts },
    warnings: [...flows.warnings, ...result.flatMap((found) => found.warnings ?? [])],
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

type Columns = Record<string, ArrayLike<number | null>>;

/** The table of nodes, if there is one. */
async function readNodes({ nodes, node, sector, partition }: NetworkCommandOptions) {
  if (nodes === undefined) {
    if (sector !== undefined || partition !== undefined) {
      throw new UsageError('--sector and --partition are columns of the file of --nodes.');
    }
    return { more: [], labelsOf: () => null };
  }
  const columns = { sector, partition };
  const table = await readNodeTable(nodes, node, (header) => {
    const readSector = sector === undefined ? null : textColumn(header, sector);
    const readPartition = partition === undefined ? null : textColumn(header, partition);
    return (row) => ({ sector: readSector?.(row), partition: readPartition?.(row) });
  });
  const labelsOf = (column: 'sector' | 'partition', names: readonly string[]) => {
    if (columns[column] === undefined) return null;
    const words = names.map((name) => {
      const word = table.values.get(name)?.[column];
      if (word === undefined) throw new Error(`${nodes} does not list the node “${name}”`);
      return word;
    });
    return numberWords(words).labels;
  };
  return { more: table.names, labelsOf };
}

function costsOf(
  { distance, cost, weight }: NetworkCommandOptions,
  { graph, costs }: FlowInput,
): Float64Array | null {
  if (distance === 'steps') return costs;
  if (cost !== undefined) throw new UsageError('Give either --cost or --distance inverse-weight.');
  if (weight === undefined) throw new UsageError('--distance inverse-weight needs --weight.');
  return graph.out.weights.map((flow) => 1 / flow);
}

function writeNodes(file: string, { names, order }: FlowInput, columns: Columns): Promise<void> {
  const values = Object.values(columns);
  return writeRows(
    file,
    ['node', ...Object.keys(columns)],
    order.map((node) => [names[node]!, ...values.map((column) => column[node]!)]),
  );
}

/** An undirected edge once, its smaller name first. */
function writeEdges(
  file: string,
  { graph, names }: FlowInput,
  found: { edges: Betweenness['edges']; bridges: (readonly [string, string])[] | undefined },
): Promise<void> {
  const { sources, targets, weights } = listArcs(graph);
  const { edges, bridges } = found;
  const key = (a: string, b: string) => JSON.stringify([a, b].sort());
  const isBridge = bridges && new Set(bridges.map(([a, b]) => key(a, b)));
  function* rows() {
    for (let arc = 0; arc < sources.length; arc++) {
      if (!graph.isDirected && sources[arc]! > targets[arc]!) continue;
      const [source, target] = [names[sources[arc]!]!, names[targets[arc]!]!];
      yield [
        ...[source, target, weights[arc]!],
        edges ? edges.normalised[arc]! : null,
        edges ? edges.raw[arc]! : null,
        isBridge ? Number(isBridge.has(key(source, target))) : null,
      ];
    }
  }
  const header = ['source', 'target', 'weight', 'betweenness', 'betweenness_raw', 'bridge'];
  return writeRows(file, header, rows());
}

function parametersOf(options: NetworkCommandOptions): Summary['parameters'] {
  const { input, source, target, weight, cost, distance, measures, nodes } = options;
  const { damping, labourShare, pivots, seed, rounds, resolution, quality } = options;
  return {
    ...{ input, source, target, weight: weight ?? null, cost: cost ?? null, distance, measures },
    nodes: nodes ?? null,
    ...{ damping, labourShare, pivots: pivots ?? null },
    ...{ seed, rounds, resolution, quality },
  };
}

function linesOf(summary: NetworkSummary): string[] {
  const { nodes, arcs, directed, articulationPoints, bridges } = summary;
  const shown = ['modularity', 'cpm', 'communities', 'reciprocity', 'weightedReciprocity'];
  const figures = [...shown, 'components', 'strongComponents', 'concentratedBuyers'];
  return [
    `${nodes} nodes, ${arcs} ${directed ? 'arcs' : 'edges'}`,
    ...[...figures, 'betweennessBound', 'partitionQuality']
      .filter((name) => typeof summary[name] === 'number')
      .map((name) => `${name}: ${Number((summary[name] as number).toPrecision(6))}`),
    ...(articulationPoints
      ? [`${articulationPoints.length} articulation points, ${bridges!.length} bridges`]
      : []),
  ];
}
