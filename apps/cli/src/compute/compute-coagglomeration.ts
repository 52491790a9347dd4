import {
  colocatedPairs,
  groupCoagglomeration,
  meanShares,
  pairCoagglomeration,
  tabulate,
} from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import {
  figureAttribute,
  readRegionSectors,
  type RegionSectorColumnOptions,
  type RegionSectorInput,
} from './region-sector-input.js';
import { sectorColumns } from './sector-columns.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface CoagglomerationCommandOptions extends RegionSectorColumnOptions, OutputOptions {
  sectors?: string[];
  base?: string;
  out?: string;
}

interface Pair {
  first: string;
  second: string;
  gamma: number | null;
  colocated: number | null;
}

interface CoagglomerationSummary extends Summary {
  regions: number;
  /** Of all sectors that were asked for, together. */
  group: { sectors: number; gamma: number | null };
  pairCount: number;
  /** The largest gammas, at most MOST_PAIRS; `--out` has all. */
  pairs: Pair[];
}

const MOST_PAIRS = 1000;

export async function computeCoagglomeration(
  options: CoagglomerationCommandOptions,
): Promise<void> {
  const base = figureAttribute(options.base);
  const inputs = await readRegionSectors(options, (header) => {
    const take = base?.open(header);
    return (row, region) => take?.(row, region);
  });
  const chosen = chooseSectors(inputs, options.sectors);
  const { result, seconds } = timed(() => {
    const table = tabulate(inputs.rows);
    const baseAmounts = base ? Float64Array.from(base.of(inputs.regionNames)) : table.regionTotals;
    return measure(inputs.sectorNames, [...sectorColumns(table)], { chosen, baseAmounts });
  });
  const { pairs, groupGamma } = result;
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['first', 'second', 'gamma', 'colocated'],
      pairs.map(({ first, second, gamma, colocated }) => [first, second, gamma, colocated]),
    );
  }
  const summary: CoagglomerationSummary = {
    ...{ measure: 'coagglomeration', n: inputs.n, regions: inputs.regionNames.length },
    group: { sectors: chosen.length, gamma: groupGamma },
    pairCount: pairs.length,
    pairs: [...pairs]
      .sort((a, b) => (b.gamma ?? -Infinity) - (a.gamma ?? -Infinity))
      .slice(0, MOST_PAIRS),
    parameters: {
      ...{ input: options.input, region: options.region, sector: options.sector },
      basis: options.value ?? 'count',
      sectors: options.sectors ?? null,
      base: options.base ?? 'all sectors',
    },
    warnings: inputs.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function chooseSectors(
  { sectorNames }: RegionSectorInput,
  asked: readonly string[] | undefined,
): number[] {
  if (asked === undefined) return [...sectorNames.keys()];
  return [...new Set(asked)].map((name) => {
    const number = sectorNames.indexOf(name);
    if (number < 0) throw new UsageError(`The input has no sector “${name}”.`);
    return number;
  });
}

function measure(
  names: readonly string[],
  columns: readonly Float64Array[],
  { chosen, baseAmounts }: { chosen: readonly number[]; baseAmounts: Float64Array },
): { pairs: Pair[]; groupGamma: number | null } {
  const group = chosen.map((sector) => columns[sector]!);
  const shares = meanShares(columns);
  const pairs = chosen.flatMap((first, i) =>
    chosen.slice(i + 1).map((second) => ({
      ...{ first: names[first]!, second: names[second]! },
      gamma: shares && pairCoagglomeration(columns[first]!, columns[second]!, shares),
      colocated: colocatedPairs(columns[first]!, columns[second]!),
    })),
  );
  return { pairs, groupGamma: groupCoagglomeration(group, baseAmounts) };
}

function linesOf({ group, pairCount, pairs }: CoagglomerationSummary): string[] {
  const rows = pairs
    .slice(0, 20)
    .map(({ first, second, gamma, colocated }) => [first, second, gamma, colocated]);
  return [
    `Group of ${group.sectors} sectors: gamma ${group.gamma?.toPrecision(4) ?? '–'}; ${pairCount} pairs`,
    ...(rows.length > 0 ? [textTable(['closest pair', 'and', 'gamma', 'colocated'], rows)] : []),
  ];
}
