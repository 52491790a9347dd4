import {
  cascade,
  systemicRisk,
  type CascadeOptions,
  type FlowGraph,
} from '@cluster-atlas/analytics';
import { systemicRiskOnThreads, withWorkers } from '@cluster-atlas/workers';
import { print, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { readFlows, type FlowColumnOptions } from './flow-input.js';
import { numberWords, readNodeTable } from './node-table.js';
import { describe, timedOnThreads, type Summary } from './summary.js';
import { textColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface SystemicRiskCommandOptions extends FlowColumnOptions, OutputOptions {
  nodes?: string;
  node: string;
  sector?: string;
  essential?: string[];
  stop?: string[];
  out?: string;
}

interface SystemicRiskSummary extends Summary {
  firms: number;
  /** Of all sales between firms: lost by the failure of `--stop`; null if every firm was tried alone. */
  loss: number | null;
  /** The largest risk of one firm; null where --stop names firms. */
  largest: { node: string; risk: number } | null;
}

export async function computeSystemicRisk(options: SystemicRiskCommandOptions): Promise<void> {
  const { input, source, target, weight, nodes, sector, essential, stop } = options;
  const flows = await readFlows(options, { isDirected: true });
  const { graph, names, numbers, order } = flows;
  const model = await readKinds(options, names);
  const start = new Float64Array(graph.nodes).fill(1);
  for (const name of stop ?? []) {
    const firm = numbers.get(name);
    if (firm === undefined) throw new Error(`There is no node “${name}” in ${input}`);
    start[firm] = 0;
  }
  const { result, seconds } = await timedOnThreads(async () => {
    if (!stop) return { column: await riskOfEach(graph, model), loss: null };
    const { levels, loss } = cascade(graph, start, model);
    return { column: Array.from(levels), loss };
  });
  const { column, loss } = result;
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['node', stop ? 'level' : 'systemic_risk'],
      order.map((firm) => [names[firm]!, column[firm]!]),
    );
  }
  let most: number | null = null;
  for (const firm of order) {
    if (column[firm] === null) continue;
    if (most === null || column[firm]! > column[most]!) most = firm;
  }
  const summary: SystemicRiskSummary = {
    measure: 'systemic-risk',
    n: flows.n,
    firms: graph.nodes,
    loss,
    largest: stop || most === null ? null : { node: names[most]!, risk: column[most]! },
    parameters: {
      ...{ input, source, target, weight: weight ?? null, nodes: nodes ?? null },
      ...{ sector: sector ?? null, essential: essential ?? null, stop: stop ?? null },
    },
    warnings: flows.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

/** Firms times arcs from which on starting threads, a tenth of a second, pays. */
const MUCH_WORK = 1e5;

async function riskOfEach(graph: FlowGraph, model: CascadeOptions): Promise<(number | null)[]> {
  if (graph.nodes * graph.arcs < MUCH_WORK) return systemicRisk(graph, model);
  return withWorkers((workers) => systemicRiskOnThreads(workers, graph, model));
}

async function readKinds(
  { nodes, node, sector, essential }: SystemicRiskCommandOptions,
  names: readonly string[],
): Promise<CascadeOptions> {
  if (nodes === undefined || sector === undefined) {
    if (nodes !== undefined || sector !== undefined || essential) {
      throw new UsageError('--nodes and --sector belong together, and --essential to them.');
    }
    return { kinds: null, essential: null };
  }
  const table = await readNodeTable(nodes, node, (header) => textColumn(header, sector));
  const { labels, words } = numberWords(
    names.map((name) => {
      const word = table.values.get(name);
      if (word === undefined) throw new Error(`${nodes} does not list the node “${name}”`);
      return word;
    }),
  );
  const unknown = essential?.find((word) => !words.includes(word));
  if (unknown !== undefined) throw new Error(`No node has the sector “${unknown}”`);
  const isEssential = words.flatMap((supplied) =>
    words.map(() => Number(essential?.includes(supplied) ?? true)),
  );
  return { kinds: labels, essential: Uint8Array.from(isEssential) };
}

function linesOf({ firms, loss, largest }: SystemicRiskSummary): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  if (loss !== null)
    return [`${firms} firms; ${percent(loss)} of all sales between firms are lost`];
  if (!largest) return [`${firms} firms, and no sales between them`];
  return [`${firms} firms; the failure of ${largest.node} costs most: ${percent(largest.risk)}`];
}
