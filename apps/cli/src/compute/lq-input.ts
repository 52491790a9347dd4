import { tabulate, type RegionSectorTable } from '@cluster-atlas/analytics';
import { UsageError } from '../usage-error.js';
import {
  figureAttribute,
  readRegionSectors,
  type Attribute,
  type RegionSectorColumnOptions,
  type RegionSectorInput,
} from './region-sector-input.js';
import { weightColumn } from './table-columns.js';

export interface LqColumnOptions extends RegionSectorColumnOptions {
  establishments?: string;
  area?: string;
  population?: string;
}

export interface LqInput extends RegionSectorInput {
  /** Of the rows; null where the option was not given. */
  establishments: Float64Array | null;
  /** Of the regions. */
  areas: RegionColumn | null;
  populations: RegionColumn | null;
}

interface RegionColumn {
  values: Float64Array;
  sum: number;
}

/** @throws {UsageError} if the options do not fit together */
export async function readLqInput(options: LqColumnOptions): Promise<LqInput> {
  if (options.population !== undefined && options.area === undefined) {
    throw new UsageError('--population belongs to the cluster index, which needs --area too.');
  }
  const establishments: number[] = [];
  const area = figureAttribute(options.area);
  const population = figureAttribute(options.population);
  const read = await readRegionSectors(options, (header) => {
    const readEstablishments =
      options.establishments === undefined ? null : weightColumn(header, options.establishments);
    const takers = [area, population].map((figure) => figure?.open(header));
    return (row, region) => {
      if (readEstablishments) establishments.push(readEstablishments(row));
      for (const take of takers) take?.(row, region);
    };
  });
  return {
    ...read,
    establishments: options.establishments === undefined ? null : Float64Array.from(establishments),
    areas: columnOf(area, read.regionNames),
    populations: columnOf(population, read.regionNames),
  };
}

/** The table of the establishments; null where they were not given. */
export function tabulateEstablishments({
  rows,
  establishments,
}: LqInput): RegionSectorTable | null {
  return establishments && tabulate({ ...rows, values: establishments });
}

function columnOf(
  figure: Attribute<number> | null,
  regionNames: readonly string[],
): RegionColumn | null {
  if (figure === null) return null;
  const values = Float64Array.from(figure.of(regionNames));
  return { values, sum: values.reduce((sum, value) => sum + value, 0) };
}
