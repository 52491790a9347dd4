import { sumByRegions, sumBySectors, type Advantages } from './advantages.js';

export interface Reflections {
  /** For each step r, or s, averages; step 0 is diversity and ubiquity. */
  regions: Float64Array[];
  sectors: Float64Array[];
}

/**
 * The method of reflections: each step averages over a region's sectors what the step before said
 * of them, and the other way round. Its limit says nothing; its order of even steps nears that of
 * `economicComplexity`.
 *
 * Source: Hidalgo and Hausmann (2009), The building blocks of economic complexity, PNAS 106,
 * 10570-10575, eq. 3-4.
 */
export function reflections(advantages: Advantages, steps: number): Reflections {
  const { diversity, ubiquity } = advantages;
  const found: Reflections = { regions: [diversity], sectors: [ubiquity] };
  for (let step = 0; step < steps; step++) {
    const ofRegions = sumBySectors(advantages, found.sectors[step]!);
    const ofSectors = sumByRegions(advantages, found.regions[step]!);
    found.regions.push(ofRegions.map((sum, region) => sum / diversity[region]!));
    found.sectors.push(ofSectors.map((sum, sector) => sum / ubiquity[sector]!));
  }
  return found;
}
