import {
  dynamicShiftShare,
  tabulate,
  type RegionSectorTable,
  type SectorState,
  type ShiftShareResult,
} from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import {
  numberLabels,
  readRegionSectors,
  type RegionSectorColumnOptions,
  type RegionSectorInput,
} from './region-sector-input.js';
import { regionColumns } from './sector-columns.js';
import { describe, timed, type Summary } from './summary.js';
import { textColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface ShiftShareCommandOptions extends RegionSectorColumnOptions, OutputOptions {
  period: string;
  dynamic?: boolean;
  out?: string;
}

interface RegionShift {
  region: string;
  before: number;
  after: number;
  /** null where the base was empty at first. */
  change: number | null;
  national: number | null;
  industry: number | null;
  regional: number | null;
}

interface ShiftShareSummary extends Summary {
  periods: string[];
  regions: RegionShift[];
}

export async function computeShiftShare(options: ShiftShareCommandOptions): Promise<void> {
  const labels: string[] = [];
  const inputs = await readRegionSectors(options, (header) => {
    const read = textColumn(header, options.period);
    return (row) => labels.push(read(row));
  });
  const periods = orderPeriods(labels);
  if (periods.length < 2) throw new UsageError('Shift-share needs rows of at least two periods.');
  const used = options.dynamic ? periods : [periods[0]!, periods.at(-1)!];
  const { result, seconds } = timed(() => shiftsOf(inputs, { used, periodOf: labels }));
  const { tables, shifts } = result;
  const regions = inputs.regionNames.map((region, i) => ({
    ...{ region, before: tables[0]!.regionTotals[i]!, after: tables.at(-1)!.regionTotals[i]! },
    ...partsOf(shifts[i]!),
  }));
  if (options.out !== undefined) {
    const header = ['region', 'sector', 'change', 'national', 'industry', 'regional'];
    await writeRows(options.out, header, rowsOf(inputs, shifts));
  }
  const summary: ShiftShareSummary = {
    ...{ measure: 'shift-share', n: inputs.n, periods: used, regions },
    parameters: {
      ...{ input: options.input, region: options.region, sector: options.sector },
      ...{ basis: options.value ?? 'count', period: options.period },
      dynamic: options.dynamic ?? false,
    },
    warnings: inputs.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function shiftsOf(
  inputs: RegionSectorInput,
  { used, periodOf }: { used: readonly string[]; periodOf: readonly string[] },
) {
  const tables = used.map((period) => tabulateIf(inputs, (i) => periodOf[i] === period));
  const columns = tables.map((table) => [...regionColumns(table)]);
  const shifts = inputs.regionNames.map((_, region) =>
    dynamicShiftShare(tables.map((table, t) => stateOf(table, columns[t]![region]!))),
  );
  return { tables, shifts };
}

/** In the order of numbers where all are numbers, else of characters. */
function orderPeriods(labels: readonly string[]): string[] {
  const { names } = numberLabels(labels);
  const isNumeric = names.every((name) => Number.isFinite(Number(name)));
  return isNumeric ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

function tabulateIf(
  { rows }: RegionSectorInput,
  isIn: (row: number) => boolean,
): RegionSectorTable {
  const values = Float64Array.from(rows.regionOf, (_, i) =>
    isIn(i) ? (rows.values ? rows.values[i]! : 1) : 0,
  );
  return tabulate({ ...rows, values });
}

/** A rounded sum may exceed by a hair what it is a part of. */
function stateOf({ sectorTotals }: RegionSectorTable, region: Float64Array): SectorState {
  return { region, base: sectorTotals.map((total, i) => Math.max(total, region[i]!)) };
}

function partsOf(result: ShiftShareResult | null) {
  const { change = null, national = null, industry = null, regional = null } = result ?? {};
  return { change, national, industry, regional };
}

function* rowsOf(
  { regionNames, sectorNames }: RegionSectorInput,
  results: readonly (ShiftShareResult | null)[],
) {
  for (const [r, region] of regionNames.entries()) {
    for (const [s, sector] of sectorNames.entries()) {
      const parts = results[r]?.sectors[s];
      const figures = parts && [parts.change, parts.national, parts.industry, parts.regional];
      yield [region, sector, ...(figures ?? [null, null, null, null])];
    }
  }
}

function linesOf({ periods, regions }: ShiftShareSummary): string[] {
  const rows = regions
    .slice(0, 20)
    .map(({ region, before, after, change, national, industry, regional }) => [
      ...[region, before, after, change, national, industry, regional],
    ]);
  const header = ['region', 'before', 'after', 'change', 'national', 'industry', 'regional'];
  return [`From ${periods[0]} to ${periods.at(-1)}`, textTable(header, rows)];
}
