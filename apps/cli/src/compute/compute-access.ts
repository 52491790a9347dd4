import { floatingCatchment } from '@cluster-atlas/analytics';
import type { DistanceDecay } from '@cluster-atlas/geo';
import { print, type OutputOptions } from '../output.js';
import { readPoints, type PointColumnOptions } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface AccessCommandOptions extends PointColumnOptions, OutputOptions {
  supply: string;
  capacity?: string;
  reach: number;
  decay?: DistanceDecay;
  selection?: boolean;
  out?: string;
  ratiosOut?: string;
}

interface AccessSummary extends Summary {
  supplies: number;
  /** Weight of the demand, and what of it has no supply in reach. */
  demand: number;
  unserved: number;
  /** Weight of the supply that is in reach of demand. */
  served: number;
  /** Supply per unit of demand, over all demand; null without any. */
  mean: number | null;
}

export async function computeAccess(options: AccessCommandOptions): Promise<void> {
  const { input, supply, weight, capacity, reach, decay, selection = false } = options;
  const { weight: _, ...places } = options;
  const demand = await readPoints(options);
  const supplies = await readPoints(
    { ...places, input: supply, ...(capacity !== undefined && { weight: capacity }) },
    null,
    demand,
  );
  const { result, seconds } = timed(() =>
    floatingCatchment(demand, supplies, { reach, selection, ...(decay && { decay }) }),
  );
  const { access, ratios } = result;
  if (options.out !== undefined) {
    await writeRows(options.out, ['row', 'access'], numbered(access));
  }
  if (options.ratiosOut !== undefined) {
    await writeRows(options.ratiosOut, ['row', 'ratio'], numbered(ratios));
  }
  const weightOf = (row: number) => demand.weights?.[row] ?? 1;
  const total = access.reduce((sum, _access, row) => sum + weightOf(row), 0);
  const served = access.reduce((sum, value, row) => sum + weightOf(row) * value, 0);
  const summary: AccessSummary = {
    ...{ measure: 'access', n: demand.n, supplies: supplies.n, demand: total, served },
    unserved: access.reduce((sum, value, row) => sum + (value === 0 ? weightOf(row) : 0), 0),
    mean: total > 0 ? served / total : null,
    parameters: {
      ...{ input, supply, basis: weight ?? 'count', capacity: capacity ?? 'count' },
      ...{ crs: demand.crs, reach, decay: decay ? JSON.stringify(decay) : 'none', selection },
    },
    warnings: [...demand.warnings, ...supplies.warnings],
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function* numbered(values: Float64Array): Generator<(number | null)[]> {
  for (let row = 0; row < values.length; row++) {
    yield [row + 1, Number.isNaN(values[row]) ? null : values[row]!];
  }
}

function linesOf({ n, supplies, demand, unserved, served, mean }: AccessSummary): string[] {
  const share = mean === null ? '' : `, ${Number(mean.toPrecision(6))} for each unit of demand`;
  return [
    `${n} places of demand, ${supplies} of supply`,
    `Supply in reach: ${Number(served.toPrecision(6))}${share}`,
    `Demand without supply in reach: ${unserved} of ${demand}`,
  ];
}
