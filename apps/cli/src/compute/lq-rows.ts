import {
  areaDensity,
  cellAt,
  clusterIndex,
  locationQuotient,
  type RegionSectorTable,
  type StrongClusters,
} from '@cluster-atlas/analytics';
import type { LqInput } from './lq-input.js';
import { countsAt, LQ_METHODS, type SectorFigures } from './lq-methods.js';

export const FLAGS = ['qualifying', 'significant', 'strong', 'strong10'] as const;

export interface LqResult {
  table: RegionSectorTable;
  /** Of the establishments; the table itself if they were not given. */
  counts: RegionSectorTable;
  flags: StrongClusters;
  /** Of each sector, the figures of each method. */
  sectorFigures: SectorFigures[][];
}

export function lqHeader(input: LqInput, methods: readonly string[]): string[] {
  return [
    ...['region', 'sector', 'lq', 'low', 'high', ...FLAGS],
    ...(input.areas ? ['density'] : []),
    ...(hasIndex(input) ? ['cluster_index'] : []),
    ...methods.flatMap((name) => LQ_METHODS[name]!.columns),
  ];
}

/** A line for each row of the input, in its order; rows of the same pair are alike. */
export function* lqRows(input: LqInput, result: LqResult) {
  const { table, flags, sectorFigures } = result;
  const { regionOf, sectorOf } = input.rows;
  for (let i = 0; i < regionOf.length; i++) {
    const region = regionOf[i]!;
    const sector = sectorOf[i]!;
    const cell = cellAt(table, region, sector);
    const { lq, low, high } = locationQuotient(countsAt(table, region, sector));
    const figures = sectorFigures[sector]!.flatMap(({ columns }) => columns);
    yield [
      ...[input.regionNames[region]!, input.sectorNames[sector]!, lq, low, high],
      ...FLAGS.map((flag) => String(flags[flag][cell] === 1)),
      ...placeFigures(input, result, { region, sector }),
      ...figures.map((column) => text(column[region]!)),
    ];
  }
}

function text(cell: number | boolean | null): string | number | null {
  return typeof cell === 'boolean' ? String(cell) : cell;
}

function hasIndex({ areas, populations, establishments }: LqInput): boolean {
  return areas !== null && populations !== null && establishments !== null;
}

/** Density, and the cluster index, where there is what they need. */
function placeFigures(
  input: LqInput,
  { table, counts }: LqResult,
  { region, sector }: { region: number; sector: number },
): (number | null)[] {
  const { areas, populations } = input;
  if (areas === null) return [];
  const { matching, baseMatching } = countsAt(table, region, sector);
  const density = areaDensity(matching, areas.values[region]!);
  if (populations === null || !hasIndex(input)) return [density];
  const plants = countsAt(counts, region, sector);
  const index = clusterIndex({
    ...{ value: matching, baseValue: baseMatching },
    ...{ establishments: plants.matching, baseEstablishments: plants.baseMatching },
    ...{ area: areas.values[region]!, baseArea: areas.sum },
    ...{ population: populations.values[region]!, basePopulation: populations.sum },
  });
  return [density, index];
}
