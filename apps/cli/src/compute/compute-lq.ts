import {
  cellAt,
  locationQuotient,
  locationQuotients,
  plantMoments,
  strongClusters,
  tabulate,
  type LocationQuotient,
  type RegionSectorTable,
  type StrongClusters,
} from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import {
  readLqInput,
  tabulateEstablishments,
  type LqColumnOptions,
  type LqInput,
} from './lq-input.js';
import { countsAt, LQ_METHODS } from './lq-methods.js';
import { FLAGS, lqHeader, lqRows, type LqResult } from './lq-rows.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface LqCommandOptions extends LqColumnOptions, OutputOptions {
  plants?: boolean;
  method?: string[];
  seed: number;
  resamples: number;
  out?: string;
}

/** Of the pairs that are printed. */
const MOST_STRONGEST = 10;

type FlagCounts = Record<(typeof FLAGS)[number], number>;

interface LqSummary extends Summary, FlagCounts {
  regions: number;
  sectors: number;
  total: number;
  strongest: ({ region: string; sector: string } & LocationQuotient)[];
  /** Of each sector: the thresholds of the flags, and what the methods tell of it as a whole. */
  details: Record<string, unknown>[];
}

export async function computeLq(options: LqCommandOptions): Promise<void> {
  const inputs = await readLqInput(options);
  const { input, region, sector, value, method = [], seed, resamples } = options;
  const { result, seconds } = timed(() => measure(inputs, options));
  if (options.out !== undefined) {
    await writeRows(options.out, lqHeader(inputs, method), lqRows(inputs, result));
  }
  const summary: LqSummary = {
    measure: 'lq',
    n: inputs.n,
    regions: inputs.regionNames.length,
    sectors: inputs.sectorNames.length,
    total: result.table.total,
    ...countFlags(result.flags),
    strongest: strongestOf(inputs, result),
    details: detailsOf(inputs, result),
    parameters: {
      ...{ input, region, sector, basis: value ?? 'count' },
      establishments: options.establishments ?? null,
      method,
      ...(method.includes('bootstrap') ? { seed, resamples } : {}),
    },
    warnings: inputs.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function measure(input: LqInput, options: LqCommandOptions): LqResult {
  const { plants = false, method = [], seed, resamples } = options;
  const table = tabulate(input.rows);
  const establishments = tabulateEstablishments(input);
  const counts = establishments ?? table;
  const herfindahls = plants
    ? Float64Array.from(plantMoments(input.rows), ({ herfindahl }) => herfindahl ?? 0)
    : counts.sectorTotals.map((count) => (count > 0 ? Math.min(1, 1 / count) : 0));
  const aligned = establishments && alignCells(table, establishments);
  const methods = method.map((name) => LQ_METHODS[name]!);
  const context = { table, counts, herfindahls, seed, resamples };
  return {
    table,
    counts,
    flags: strongClusters(table, locationQuotients(table), aligned),
    sectorFigures: input.sectorNames.map((_, sector) =>
      methods.map((one) => one.measure(context, sector)),
    ),
  };
}

/** The values of another table for the cells of this one. */
function alignCells(table: RegionSectorTable, other: RegionSectorTable): Float64Array {
  return table.values.map((_, cell) => {
    const place = cellAt(other, table.regionOf[cell]!, table.sectorOf[cell]!);
    return other.values[place] ?? 0;
  });
}

function detailsOf({ sectorNames }: LqInput, { table, flags, sectorFigures }: LqResult) {
  return sectorNames.map((sector, i) => ({
    ...{ sector, total: table.sectorTotals[i]! },
    ...flags.thresholds[i],
    ...sectorFigures[i]!.reduce((all, { detail }) => ({ ...all, ...detail }), {}),
  }));
}

function countFlags(flags: StrongClusters): FlagCounts {
  const count = (name: (typeof FLAGS)[number]) => flags[name].reduce((sum, flag) => sum + flag, 0);
  return {
    qualifying: count('qualifying'),
    significant: count('significant'),
    strong: count('strong'),
    strong10: count('strong10'),
  };
}

function strongestOf(
  { regionNames, sectorNames }: LqInput,
  { table, flags }: LqResult,
): LqSummary['strongest'] {
  const { regionOf, sectorOf } = table;
  return [...flags.strong.keys()]
    .filter((cell) => flags.strong[cell] === 1)
    .map((cell) => ({
      region: regionNames[regionOf[cell]!]!,
      sector: sectorNames[sectorOf[cell]!]!,
      ...locationQuotient(countsAt(table, regionOf[cell]!, sectorOf[cell]!)),
    }))
    .sort((a, b) => b.lq! - a.lq!)
    .slice(0, MOST_STRONGEST);
}

function linesOf(summary: LqSummary): string[] {
  const flags = FLAGS.map((flag) => `${summary[flag]} ${flag}`).join(', ');
  const pairs = summary.strongest.map(({ region, sector, lq, low, high }) => [
    ...[region, sector, lq, low, high],
  ]);
  return [
    `${summary.regions} regions, ${summary.sectors} sectors; pairs: ${flags}`,
    ...(pairs.length > 0
      ? [textTable(['strongest region', 'sector', 'lq', 'low', 'high'], pairs)]
      : []),
  ];
}
