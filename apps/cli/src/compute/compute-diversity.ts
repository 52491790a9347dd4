import {
  averageQuotient,
  giniLQ,
  hachman,
  herfindahl,
  hoover,
  krugman,
  tabulate,
  variety,
  type RegionSectorTable,
} from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import {
  numberLabels,
  readRegionSectors,
  textAttribute,
  type RegionSectorColumnOptions,
} from './region-sector-input.js';
import { regionColumns } from './sector-columns.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface DiversityCommandOptions extends RegionSectorColumnOptions, OutputOptions {
  group?: string;
  digits: number;
  logBase: number;
  compare: 'all' | 'rest';
  out?: string;
}

type RegionDiversity = { region: string; total: number } & ReturnType<typeof measureRegion>;

interface DiversitySummary extends Summary {
  sectors: number;
  groups: number;
  regions: RegionDiversity[];
}

export async function computeDiversity(options: DiversityCommandOptions): Promise<void> {
  const group = textAttribute(options.group);
  const inputs = await readRegionSectors(options, (header) => {
    const take = group?.open(header);
    return (row, _region, sector) => take?.(row, sector);
  });
  const { regionNames, sectorNames } = inputs;
  const { digits, logBase, compare } = options;
  const groups = numberLabels(
    group ? group.of(sectorNames) : sectorNames.map((name) => name.slice(0, digits)),
  );
  const { result: regions, seconds } = timed(() => {
    const table = tabulate(inputs.rows);
    return Array.from(regionColumns(table), (amounts, i) => ({
      ...{ region: regionNames[i]!, total: table.regionTotals[i]! },
      ...measureRegion(amounts, baseOf(table, amounts, compare), {
        ...{ groupOf: groups.numbers, logBase },
      }),
    }));
  });
  if (options.out !== undefined) {
    await writeRows(options.out, DIVERSITY_HEADER, regions.map(rowOf));
  }
  const summary: DiversitySummary = {
    ...{ measure: 'diversity', n: inputs.n },
    ...{ sectors: sectorNames.length, groups: groups.names.length, regions },
    parameters: {
      ...{ input: options.input, region: options.region, sector: options.sector },
      basis: options.value ?? 'count',
      group: options.group ?? `first ${digits} characters`,
      ...{ logBase, compare },
    },
    warnings: inputs.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

/** What a region is compared with: all regions, or all others. */
function baseOf(
  { sectorTotals }: RegionSectorTable,
  amounts: Float64Array,
  compare: 'all' | 'rest',
): Float64Array {
  return compare === 'all'
    ? sectorTotals
    : sectorTotals.map((total, i) => Math.max(0, total - amounts[i]!));
}

function measureRegion(
  amounts: Float64Array,
  base: Float64Array,
  { groupOf, logBase }: { groupOf: Uint32Array; logBase: number },
) {
  const own = variety(amounts, groupOf, logBase);
  return {
    sectors: amounts.reduce((count, amount) => count + (amount > 0 ? 1 : 0), 0),
    entropy: own && own.entropy,
    unrelatedVariety: own && own.unrelated,
    relatedVariety: own && own.related,
    herfindahl: herfindahl(amounts),
    krugman: krugman(amounts, base),
    hoover: hoover(amounts, base),
    giniLQ: giniLQ(amounts, base),
    averageQuotient: averageQuotient(amounts, base),
    hachman: hachman(amounts, base),
  };
}

const DIVERSITY_HEADER = [
  ...['region', 'total', 'sectors', 'entropy', 'unrelated_variety', 'related_variety'],
  ...['hhi', 'hhi_normalised', 'equivalents', 'krugman', 'hoover', 'gini_lq'],
  ...['average_lq', 'hachman'],
];

function rowOf(row: RegionDiversity): (string | number | null)[] {
  return [
    ...[row.region, row.total, row.sectors],
    ...[row.entropy, row.unrelatedVariety, row.relatedVariety],
    ...[row.herfindahl?.index ?? null, row.herfindahl?.normalised ?? null],
    ...[row.herfindahl?.equivalents ?? null, row.krugman, row.hoover, row.giniLQ],
    ...[row.averageQuotient, row.hachman],
  ];
}

/** Of the regions that are printed. */
const MOST_REGIONS = 20;

function linesOf({ sectors, groups, regions }: DiversitySummary): string[] {
  const rows = [...regions]
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST_REGIONS)
    .map((row) => [
      ...[row.region, row.total, row.entropy],
      ...[row.unrelatedVariety, row.relatedVariety, row.krugman, row.hachman],
    ]);
  const header = [
    'largest region',
    'total',
    'entropy',
    'unrelated',
    'related',
    'krugman',
    'hachman',
  ];
  return [
    `${regions.length} regions, ${sectors} sectors in ${groups} groups`,
    textTable(header, rows),
  ];
}
