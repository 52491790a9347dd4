import { localRetention } from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { readFlows, type FlowColumnOptions } from './flow-input.js';
import { numberWords, readNodeTable } from './node-table.js';
import { describe, timed, type Summary } from './summary.js';
import { textColumn, weightColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface RetentionCommandOptions extends FlowColumnOptions, OutputOptions {
  nodes: string;
  node: string;
  region: string;
  turnover?: string;
  out?: string;
}

interface RetentionSummary extends Summary {
  retention: number | null;
  byRegion: Record<string, number | null>;
}

export async function computeRetention(options: RetentionCommandOptions): Promise<void> {
  const { input, source, target, weight, nodes, region, turnover } = options;
  const flows = await readFlows(options, { isDirected: true });
  const { graph, names, order } = flows;
  const table = await readNodeTable(nodes, options.node, (header) => {
    const readRegion = textColumn(header, region);
    const readTurnover = turnover === undefined ? null : weightColumn(header, turnover);
    return (row) => ({ region: readRegion(row), turnover: readTurnover?.(row) ?? 0 });
  });
  const listed = names.map((name) => {
    const found = table.values.get(name);
    if (!found) throw new Error(`${nodes} does not list the node “${name}”`);
    return found;
  });
  const { labels, words } = numberWords(listed.map((found) => found.region));
  const turnovers =
    turnover === undefined ? null : Float64Array.from(listed, (found) => found.turnover);
  const { result, seconds } = timed(() => localRetention(graph, labels, turnovers));
  const { byRegion, overall, byFirm, lm3 } = result;
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['node', 'region', 'retention', 'lm3'],
      order.map((i) => [names[i]!, words[labels[i]!]!, byFirm[i]!, lm3[i]!]),
    );
  }
  const summary: RetentionSummary = {
    measure: 'retention',
    n: flows.n,
    retention: overall,
    byRegion: Object.fromEntries(words.map((word, i) => [word, byRegion[i]!])),
    parameters: {
      ...{ input, source, target, weight: weight ?? null },
      ...{ nodes, region, turnover: turnover ?? null },
    },
    warnings: flows.warnings,
    seconds,
  };
  const percent = (share: number | null) =>
    share === null ? '–' : `${(100 * share).toFixed(1)} %`;
  print(options, summary, () =>
    describe(
      [
        `${percent(overall)} of spending on suppliers stays in its region`,
        ...words.map((word, i) => `${word}: ${percent(byRegion[i]!)}`),
      ],
      summary,
    ),
  );
}
