import {
  ellisonGlaeser,
  gini,
  giniLorenz,
  giniLQ,
  herfindahl,
  hoover,
  krugman,
  maurelSedillot,
  meanLogDeviation,
  spatialGini,
  tabulate,
  theil,
  type NeighbourLists,
} from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { readNeighbours } from './neighbour-input.js';
import { readPlants, type KnownPlants, type PlantOptions } from './plants-input.js';
import {
  figureAttribute,
  numberLabels,
  readRegionSectors,
  textAttribute,
} from './region-sector-input.js';
import { sectorColumns } from './sector-columns.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface ConcentrationCommandOptions extends PlantOptions, OutputOptions {
  base?: string;
  group?: string;
  neighbours?: string;
  permutations: number;
  seed: number;
  out?: string;
}

type SectorConcentration = { sector: string; total: number } & ReturnType<typeof measureSector>;

interface ConcentrationSummary extends Summary {
  regions: number;
  sectors: SectorConcentration[];
}

export async function computeConcentration(options: ConcentrationCommandOptions): Promise<void> {
  const base = figureAttribute(options.base);
  const group = textAttribute(options.group);
  const inputs = await readRegionSectors(options, (header) => {
    const takers = [base, group].map((attribute) => attribute?.open(header));
    return (row, region) => takers.forEach((take) => take?.(row, region));
  });
  const { regionNames, sectorNames } = inputs;
  const plants = await readPlants(options, inputs);
  const neighbours =
    options.neighbours === undefined ? null : await readNeighbours(options.neighbours, regionNames);
  const { permutations, seed } = options;
  const { result: sectors, seconds } = timed(() => {
    const table = tabulate(inputs.rows);
    const frame: Frame = {
      base: base ? Float64Array.from(base.of(regionNames)) : table.regionTotals,
      groupOf: group && numberLabels(group.of(regionNames)).numbers,
      ...{ neighbours, permutations, seed },
    };
    return Array.from(sectorColumns(table), (amounts, i) => ({
      ...{ sector: sectorNames[i]!, total: table.sectorTotals[i]! },
      ...measureSector(amounts, frame, plants && plants[i]!),
    }));
  });
  if (options.out !== undefined) {
    await writeRows(options.out, CONCENTRATION_HEADER, sectors.map(rowOf));
  }
  const summary: ConcentrationSummary = {
    ...{ measure: 'concentration', n: inputs.n, regions: regionNames.length, sectors },
    parameters: {
      ...{ input: options.input, region: options.region, sector: options.sector },
      basis: options.value ?? 'count',
      base: options.base ?? 'all sectors',
      plants: options.plants ?? null,
      group: options.group ?? null,
      neighbours: options.neighbours ?? null,
      ...(neighbours ? { permutations, seed } : {}),
    },
    warnings: inputs.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

/** What the sectors have in common. */
interface Frame {
  base: Float64Array;
  groupOf: Uint32Array | null;
  neighbours: NeighbourLists | null;
  permutations: number;
  seed: number;
}

function measureSector(amounts: Float64Array, frame: Frame, plants: KnownPlants | null) {
  const { base, groupOf, neighbours, permutations, seed } = frame;
  return {
    regions: amounts.reduce((count, amount) => count + (amount > 0 ? 1 : 0), 0),
    herfindahl: herfindahl(amounts),
    giniLorenz: giniLorenz(amounts, base),
    giniLQ: giniLQ(amounts, base),
    gini: gini(amounts),
    hoover: hoover(amounts, base),
    krugman: krugman(amounts, base),
    theil: theil(amounts, { groupOf }),
    meanLogDeviation: meanLogDeviation(amounts),
    plants,
    ellisonGlaeser: plants && ellisonGlaeser(amounts, base, plants),
    /** With size bands: gamma if plants differ as much as these allow. */
    lowestGamma: lowestGamma(amounts, base, plants),
    maurelSedillot: plants && maurelSedillot(amounts, base, plants),
    spatialGini: neighbours && spatialGini(amounts, neighbours, { seed, permutations }),
  };
}

function lowestGamma(amounts: Float64Array, base: Float64Array, plants: KnownPlants | null) {
  const herfindahl = plants?.highestHerfindahl ?? null;
  if (plants === null || herfindahl === null) return null;
  return ellisonGlaeser(amounts, base, { ...plants, herfindahl })?.gamma ?? null;
}

const CONCENTRATION_HEADER = [
  ...['sector', 'total', 'regions', 'hhi', 'hhi_normalised', 'equivalents'],
  ...['gini_lorenz', 'gini_lq', 'gini', 'gini_corrected', 'hoover', 'krugman'],
  ...['theil', 'theil_between', 'theil_within', 'mean_log_deviation', 'plants', 'plant_hhi'],
  ...['ellison_glaeser', 'ellison_glaeser_low', 'ellison_glaeser_z', 'maurel_sedillot'],
  ...['neighbour_gini', 'other_gini', 'spatial_p'],
];

function rowOf(row: SectorConcentration): (string | number | null)[] {
  const spatial = row.spatialGini;
  const optional = [
    ...[row.herfindahl?.index, row.herfindahl?.normalised, row.herfindahl?.equivalents],
    ...[row.giniLorenz, row.giniLQ, row.gini?.gini, row.gini?.corrected, row.hoover, row.krugman],
    ...[row.theil?.total, row.theil?.between, row.theil?.within, row.meanLogDeviation],
    ...[row.plants?.plants, row.plants?.herfindahl],
    ...[row.ellisonGlaeser?.gamma, row.lowestGamma, row.ellisonGlaeser?.z, row.maurelSedillot],
    ...[spatial?.neighbourGini, spatial?.otherGini, spatial?.inference?.p],
  ];
  return [row.sector, row.total, row.regions, ...optional.map((figure) => figure ?? null)];
}

/** Of the sectors that are printed. */
const MOST_SECTORS = 20;

function linesOf({ regions, sectors }: ConcentrationSummary): string[] {
  const rows = [...sectors]
    .sort((a, b) => b.total - a.total)
    .slice(0, MOST_SECTORS)
    .map((row) => [
      ...[row.sector, row.total, row.herfindahl?.normalised ?? null],
      ...[row.giniLorenz, row.giniLQ, row.hoover, row.ellisonGlaeser?.gamma ?? null],
    ]);
  const header = ['largest sector', 'total', 'hhi norm.', 'gini', 'gini of lq', 'hoover', 'EG'];
  return [`${sectors.length} sectors in ${regions} regions`, textTable(header, rows)];
}
