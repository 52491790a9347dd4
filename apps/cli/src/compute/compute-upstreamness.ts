import {
  downstreamness,
  unproductiveSectors,
  upstreamness,
  usedAtHome,
  type Positions,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { readIoTable, refuseUnproductive, type IoTable, type IoTableOptions } from './io-table.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface UpstreamnessCommandOptions extends IoTableOptions, OutputOptions {
  out?: string;
}

interface UpstreamnessSummary extends Summary {
  sectors: number;
  /** Null where the table allows none. */
  meanUpstreamness: number | null;
  meanDownstreamness: number | null;
  /** Names; those that are furthest from final use first. */
  mostUpstream: string[];
}

export async function computeUpstreamness(options: UpstreamnessCommandOptions): Promise<void> {
  const table = await readIoTable(options);
  const { graph, names, order, output, exports, imports } = table;
  refuseUnproductive(table, usedAtHome({ output, exports, imports }), 'out');
  const overspent = unproductiveSectors(graph, output, 'in').map((sector) => names[sector]!);
  const { result, seconds } = timed(() => ({
    up: upstreamness(graph, { output, exports, imports }),
    down: overspent.length > 0 ? names.map(() => null) : downstreamness(graph, { output }),
  }));
  const { up, down } = result;
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['sector', 'upstreamness', 'downstreamness', 'output'],
      order.map((sector) => [names[sector]!, up[sector]!, down[sector]!, output[sector]!]),
    );
  }
  const warnings = [...table.warnings];
  if (overspent.length > 0) {
    const shown = overspent.slice(0, 5).join(', ');
    warnings.push(`No downstreamness: ${overspent.length} sectors buy all they produce: ${shown}.`);
  }
  const summary: UpstreamnessSummary = {
    measure: 'upstreamness',
    n: table.n,
    sectors: names.length,
    meanUpstreamness: mean(up),
    meanDownstreamness: mean(down),
    mostUpstream: furthest(table, up),
    parameters: ioParameters(options),
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

export function ioParameters(options: IoTableOptions): Summary['parameters'] {
  const { input, source, target, value, sectors, final, exportsTo, primary, importsFrom } = options;
  return {
    ...{ input, source, target, value, sectors: sectors ?? null, final: final ?? null },
    ...{ exportsTo: exportsTo ?? null, primary: primary ?? null, importsFrom: importsFrom ?? null },
  };
}

function mean(values: Positions): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function furthest({ names }: IoTable, up: Positions): string[] {
  const sectors = names.map((name, sector) => ({ name, steps: up[sector] ?? 0 }));
  return sectors
    .sort((a, b) => b.steps - a.steps)
    .slice(0, 5)
    .map(({ name }) => name);
}

function linesOf(summary: UpstreamnessSummary): string[] {
  const { sectors, meanUpstreamness: up, meanDownstreamness: down, mostUpstream } = summary;
  return [
    `${sectors} sectors, mean upstreamness ${up?.toFixed(3) ?? '–'}, downstreamness ${down?.toFixed(3) ?? '–'}`,
    `Furthest from final use: ${mostUpstream.join(', ')}`,
  ];
}
