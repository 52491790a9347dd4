import {
  bandedPlantMoments,
  plantMoments,
  type BandedPlantMoments,
  type PlantMoments,
} from '@cluster-atlas/analytics';
import { UsageError } from '../usage-error.js';
import {
  readRegionSectors,
  type RegionSectorColumnOptions,
  type RegionSectorInput,
} from './region-sector-input.js';
import { weightColumn, type TableHeader } from './table-columns.js';

export interface PlantOptions extends RegionSectorColumnOptions {
  /** true: the rows of the input are the plants; else a file of them, with the same columns. */
  plants?: string | true;
  plantCount?: string;
  sizeLow?: string;
  sizeHigh?: string;
}

/** `highestHerfindahl`: of size bands. */
export type KnownPlants = PlantMoments & Partial<BandedPlantMoments>;

/**
 * How the plants of each sector of the input differ in size; null without the option.
 *
 * Plants of sectors that the input does not have are left out, with a warning.
 *
 * @throws {UsageError} if the options do not fit together
 */
export async function readPlants(
  options: PlantOptions,
  input: RegionSectorInput,
): Promise<KnownPlants[] | null> {
  if (options.plants === undefined) return null;
  const file = options.plants === true ? options.input : options.plants;
  const bands = openBands(options);
  const plants = await readRegionSectors({ ...options, input: file }, bands?.open);
  const moments = bands ? bands.measure(plants) : plantMoments(plants.rows);
  const bySector = new Map<string, KnownPlants>(
    plants.sectorNames.map((name, i) => [name, moments[i]!]),
  );
  const known = new Set(input.sectorNames);
  const strangers = plants.sectorNames.filter((name) => !known.has(name));
  if (strangers.length > 0) {
    input.warnings.push(`${file} has sectors that the input lacks: ${strangers.length}.`);
  }
  const none: KnownPlants = { plants: 0, total: 0, herfindahl: null, fourth: null };
  return input.sectorNames.map((name) => bySector.get(name) ?? none);
}

/** null: a row is a plant. */
function openBands({ plantCount, sizeLow, sizeHigh, value }: PlantOptions) {
  const columns = [plantCount, sizeLow, sizeHigh].filter((column) => column !== undefined);
  if (columns.length === 0) return null;
  if (columns.length < 3 || value === undefined) {
    throw new UsageError(
      'Size bands need --plant-count, --size-low, --size-high and --value, their total size.',
    );
  }
  const lists = columns.map((): number[] => []);
  return {
    open: (header: TableHeader) => {
      const readers = columns.map((column) => weightColumn(header, column));
      return (row: Parameters<(typeof readers)[0]>[0]) =>
        readers.forEach((read, i) => lists[i]!.push(read(row)));
    },
    measure: ({ rows }: RegionSectorInput) => {
      const [counts, lows, highs] = lists.map((list) => Float64Array.from(list));
      return bandedPlantMoments({
        ...{ sectors: rows.sectors, sectorOf: rows.sectorOf, totals: rows.values! },
        ...{ counts: counts!, lows: lows!, highs: highs! },
      });
    },
  };
}
