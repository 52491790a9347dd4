import { plantMoments, type PlantMoments } from '@cluster-atlas/analytics';
import {
  readRegionSectors,
  type RegionSectorColumnOptions,
  type RegionSectorInput,
} from './region-sector-input.js';

export interface PlantOptions extends RegionSectorColumnOptions {
  /** true: the rows of the input are the plants; else a file of them, with the same columns. */
  plants?: string | true;
}

/**
 * How the plants of each sector of the input differ in size; null without the option.
 *
 * Plants of sectors that the input does not have are left out, with a warning.
 */
export async function readPlantMoments(
  options: PlantOptions,
  input: RegionSectorInput,
): Promise<PlantMoments[] | null> {
  if (options.plants === undefined) return null;
  if (options.plants === true) return plantMoments(input.rows);
  const plants = await readRegionSectors({ ...options, input: options.plants });
  const moments = plantMoments(plants.rows);
  const bySector = new Map(plants.sectorNames.map((name, i) => [name, moments[i]!]));
  const strangers = plants.sectorNames.filter((name) => !input.sectorNames.includes(name));
  if (strangers.length > 0) {
    input.warnings.push(`${options.plants} has sectors that the input lacks: ${strangers.length}.`);
  }
  const none: PlantMoments = { plants: 0, total: 0, herfindahl: null, fourth: null };
  return input.sectorNames.map((name) => bySector.get(name) ?? none);
}
