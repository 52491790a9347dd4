import { traceTiers } from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { readFlows, type FlowColumnOptions } from './flow-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface TiersCommandOptions extends FlowColumnOptions, OutputOptions {
  focal: string;
  depth: number;
  smallestShare: number;
  out?: string;
}

interface TiersSummary extends Summary {
  suppliers: number;
  /** Suppliers by tier, from the first. */
  byTier: number[];
  /** What of a unit was followed so many steps back, from 0. */
  followed: number[];
}

export async function computeTiers(options: TiersCommandOptions): Promise<void> {
  const { input, source, target, weight, focal, depth, smallestShare } = options;
  const flows = await readFlows(options, { isDirected: true });
  const { graph, names, numbers, order } = flows;
  const node = numbers.get(focal);
  if (node === undefined) throw new Error(`There is no node “${focal}” in ${input}`);
  const { result, seconds } = timed(() => traceTiers(graph, node, { depth, smallestShare }));
  const { tiers, shares, followed } = result;
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['node', 'tier', 'share'],
      order.map((i) => [names[i]!, tiers[i]! < 0 ? null : tiers[i]!, shares[i]!]),
    );
  }
  const byTier: number[] = [];
  for (const tier of tiers) {
    if (tier > 0) byTier[tier - 1] = (byTier[tier - 1] ?? 0) + 1;
  }
  const summary: TiersSummary = {
    measure: 'tiers',
    n: flows.n,
    suppliers: byTier.reduce((sum, count) => sum + count, 0),
    byTier,
    followed,
    parameters: { input, source, target, weight: weight ?? null, focal, depth, smallestShare },
    warnings: flows.warnings,
    seconds,
  };
  print(options, summary, () =>
    describe(
      [
        `${summary.suppliers} direct and indirect suppliers; by tier: ${byTier.join(', ') || 'none'}`,
      ],
      summary,
    ),
  );
}
