import {
  complexityOutlook,
  economicComplexity,
  findAdvantages,
  proximities,
  reflections,
  relatednessDensity,
  tabulate,
  withoutSelf,
  type Advantages,
  type EconomicComplexity,
  type RegionSectorTable,
} from '@cluster-atlas/analytics';
import { print, textTable, type OutputOptions } from '../output.js';
import { complexityRows, COMPLEXITY_HEADER } from './complexity-rows.js';
import { readRegionSectors, type RegionSectorColumnOptions } from './region-sector-input.js';
import { readRelations, squareOf } from './relation-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface ComplexityCommandOptions extends RegionSectorColumnOptions, OutputOptions {
  threshold: number;
  self: 'keep' | 'drop';
  relations?: string;
  reflections: number;
  out?: string;
}

export interface ComplexityFound {
  table: RegionSectorTable;
  advantages: Advantages;
  complexity: EconomicComplexity | null;
  /** r x s */
  densities: Float64Array;
  gain: Float64Array | null;
  outlook: Float64Array | null;
}

interface ComplexitySummary extends Summary {
  /** Those with an advantage, in the order of their characters. */
  regions: {
    region: string;
    diversity: number;
    complexity: number | null;
    outlook: number | null;
  }[];
  sectors: { sector: string; ubiquity: number; complexity: number | null }[];
  eigenvalues: [number, number] | null;
  signIsWeak: boolean | null;
  /** Of each step: averages over regions, and over sectors, in the order above. */
  reflections: { regions: number[]; sectors: number[] }[];
}

export async function computeComplexity(options: ComplexityCommandOptions): Promise<void> {
  const { input, region, sector, threshold, self } = options;
  const inputs = await readRegionSectors(options);
  const { n, regionNames, sectorNames, warnings } = inputs;
  const given = options.relations === undefined ? null : await readGiven(options.relations);
  const { result, seconds } = timed(() => {
    const table = tabulate(inputs.rows);
    return measure(table, options, (sectors) =>
      given
        ? squareOf(
            given,
            sectors.map((place) => sectorNames[place]!),
            false,
          )
        : null,
    );
  });
  if (options.out !== undefined) {
    await writeRows(options.out, COMPLEXITY_HEADER, complexityRows(inputs, result));
  }
  const { advantages, complexity, outlook } = result;
  if (n > 0 && !complexity) {
    warnings.push('There is no complexity: fewer than two regions differ in their advantages.');
  }
  if (complexity?.signIsWeak) {
    warnings.push('Complexity hardly goes with diversity here: its sign says little.');
  }
  const steps = reflections(advantages, options.reflections);
  const summary: ComplexitySummary = {
    ...{ measure: 'complexity', n },
    regions: Array.from(advantages.regions, (place, i) => ({
      region: regionNames[place]!,
      diversity: advantages.diversity[i]!,
      complexity: complexity?.regions[i] ?? null,
      outlook: outlook?.[i] ?? null,
    })),
    sectors: Array.from(advantages.sectors, (place, i) => ({
      sector: sectorNames[place]!,
      ubiquity: advantages.ubiquity[i]!,
      complexity: complexity?.sectors[i] ?? null,
    })),
    eigenvalues: complexity?.eigenvalues ?? null,
    signIsWeak: complexity?.signIsWeak ?? null,
    reflections: steps.regions.map((values, step) => ({
      regions: Array.from(values),
      sectors: Array.from(steps.sectors[step]!),
    })),
    parameters: {
      ...{ input, region, sector, basis: options.value ?? 'count' },
      ...{ threshold, self, relations: options.relations ?? null },
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

async function readGiven(file: string) {
  const columns = { source: 'source', target: 'target', value: 'value' };
  return (await readRelations(file, columns)).pairs;
}

function measure(
  table: RegionSectorTable,
  { threshold, self }: Pick<ComplexityCommandOptions, 'threshold' | 'self'>,
  givenRelations: (sectors: number[]) => Float64Array | null,
): ComplexityFound {
  const advantages = findAdvantages(table, threshold);
  const complexity = economicComplexity(advantages);
  const proximity = givenRelations(Array.from(advantages.sectors)) ?? proximities(advantages);
  const relations = self === 'keep' ? proximity : withoutSelf(proximity, advantages.sectors.length);
  const densities = relatednessDensity(advantages, relations);
  const outlook = complexity
    ? complexityOutlook(advantages, {
        ...{ proximity: relations, densities, complexity: complexity.sectors },
      })
    : null;
  return {
    ...{ table, advantages, complexity, densities },
    ...{ gain: outlook?.gain ?? null, outlook: outlook?.index ?? null },
  };
}

const MOST = 15;

function linesOf({ regions, sectors }: ComplexitySummary): string[] {
  const byComplexity = <Row extends { complexity: number | null }>(rows: Row[]) =>
    [...rows].sort((a, b) => (b.complexity ?? 0) - (a.complexity ?? 0)).slice(0, MOST);
  return [
    `${regions.length} regions and ${sectors.length} sectors with an advantage; the most complex:`,
    textTable(
      ['region', 'diversity', 'complexity', 'outlook'],
      byComplexity(regions).map((row) => [
        ...[row.region, row.diversity, row.complexity, row.outlook],
      ]),
    ),
    textTable(
      ['sector', 'ubiquity', 'complexity'],
      byComplexity(sectors).map((row) => [row.sector, row.ubiquity, row.complexity]),
    ),
  ];
}
