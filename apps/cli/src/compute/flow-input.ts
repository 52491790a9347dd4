import { arcCosts, buildFlowGraph, type Arcs, type FlowGraph } from '@cluster-atlas/analytics';
import { readOwnTable } from '@cluster-atlas/data';
import { basename } from 'node:path';
import { numberColumn, textColumn, weightColumn } from './table-columns.js';

/** Which columns of the file hold what. */
export interface FlowColumnOptions {
  input: string;
  source: string;
  target: string;
  weight?: string;
  cost?: string;
}

/** Nodes are numbered by their names, so that nothing depends on the order of rows. */
export interface FlowInput {
  /** Rows. */
  n: number;
  graph: FlowGraph;
  /** By number. */
  names: string[];
  numbers: Map<string, number>;
  /** Numbers in the order in which the nodes first appear, of a row the source before the target. */
  order: number[];
  /** By arc of the graph; null without a column of costs. */
  costs: Float64Array | null;
  warnings: string[];
}

export interface NamedRows {
  n: number;
  sources: string[];
  targets: string[];
  weights: number[] | null;
  costs: number[] | null;
}

/**
 * @param isSigned whether weights may be negative
 * @throws {Error} naming the row or column that cannot be used
 */
export async function readNamedRows(
  options: FlowColumnOptions,
  { isSigned = false } = {},
): Promise<NamedRows> {
  const { input, source, target, weight, cost } = options;
  const sources: string[] = [];
  const targets: string[] = [];
  const weights: number[] | null = weight === undefined ? null : [];
  const costs: number[] | null = cost === undefined ? null : [];
  const n = await readOwnTable(input, (names) => {
    const header = { file: basename(input), names };
    const readSource = textColumn(header, source);
    const readTarget = textColumn(header, target);
    const readWeight =
      weight === undefined ? null : (isSigned ? numberColumn : weightColumn)(header, weight);
    const readCost = cost === undefined ? null : numberColumn(header, cost);
    return (row) => {
      sources.push(readSource(row));
      targets.push(readTarget(row));
      if (readWeight) weights!.push(readWeight(row));
      if (readCost) costs!.push(readCost(row));
    };
  });
  return { n, sources, targets, weights, costs };
}

/**
 * The graph of a person's own table of flows.
 *
 * @param more nodes that need not appear in a row
 * @throws {Error} naming the row or column that cannot be used
 */
export async function readFlows(
  options: FlowColumnOptions,
  { isDirected, more = [] }: { isDirected: boolean; more?: readonly string[] },
): Promise<FlowInput> {
  return graphOf(await readNamedRows(options), { isDirected, more });
}

export function graphOf(
  { n, sources, targets, weights, costs }: NamedRows,
  { isDirected, more = [] }: { isDirected: boolean; more?: readonly string[] },
): FlowInput {
  const appearing = new Set<string>();
  for (let row = 0; row < sources.length; row++) {
    appearing.add(sources[row]!);
    appearing.add(targets[row]!);
  }
  more.forEach((name) => appearing.add(name));
  const names = [...appearing].sort((a, b) => (a < b ? -1 : 1)); // by code unit: no locale
  const numbers = new Map(names.map((name, number) => [name, number]));
  const rows: Arcs = {
    nodes: names.length,
    sources: Int32Array.from(sources, (name) => numbers.get(name)!),
    targets: Int32Array.from(targets, (name) => numbers.get(name)!),
    weights: weights && Float64Array.from(weights),
  };
  const graph = buildFlowGraph(rows, { isDirected });
  return {
    n,
    graph,
    names,
    numbers,
    order: Array.from(appearing, (name) => numbers.get(name)!),
    costs: costs && arcCosts(graph, rows, Float64Array.from(costs)),
    warnings: warningsOf(n, graph),
  };
}

function warningsOf(n: number, { dropped, isDirected }: FlowGraph): string[] {
  const warnings: string[] = [];
  if (n === 0) warnings.push('The file has a header and no rows.');
  const { loops, parallel, weightless } = dropped;
  if (loops > 0) warnings.push(`Rows from a node to itself: ${loops}.`);
  const other = isDirected ? 'another row' : 'another row, of either direction,';
  if (parallel > 0)
    warnings.push(`Rows that were added to ${other} of the same pair: ${parallel}.`);
  if (weightless > 0) warnings.push(`Rows of weight 0, which are no flows: ${weightless}.`);
  return warnings;
}
