/** Of a sector in a region, and in all regions. */
export interface ClusterSizes {
  /** Jobs. */
  value: number;
  baseValue: number;
  establishments: number;
  baseEstablishments: number;
  area: number;
  baseArea: number;
  population: number;
  basePopulation: number;
}

/**
 * Density by area times density by population times smallness of establishments, each relative to
 * all regions; 1 where the region is as the whole.
 *
 * Null where a base, or what the region is measured by, is 0.
 *
 * Source: Litzenberger and Sternberg (2006), Der Clusterindex, Geographische Zeitschrift 94,
 * 209-224.
 *
 * @throws {RangeError} if a size is negative or not finite
 */
export function clusterIndex(sizes: ClusterSizes): number | null {
  for (const [name, size] of Object.entries(sizes)) {
    if (!(size >= 0 && size < Infinity)) throw new RangeError(`${name} is ${size}`);
  }
  const share = sizes.value / sizes.baseValue;
  const density = share / (sizes.area / sizes.baseArea);
  const stock = share / (sizes.population / sizes.basePopulation);
  const smallness = sizes.establishments / sizes.baseEstablishments / share;
  const index = density * stock * smallness;
  return Number.isFinite(index) ? index : null;
}

/** How much there is to the square kilometre of land; null without land. */
export function areaDensity(amount: number, squareKilometres: number): number | null {
  if (!(amount >= 0 && squareKilometres >= 0 && amount + squareKilometres < Infinity)) {
    throw new RangeError(`${amount} on ${squareKilometres} km²`);
  }
  return squareKilometres > 0 ? amount / squareKilometres : null;
}
