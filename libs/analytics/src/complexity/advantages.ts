import { locationQuotients } from '../specialisation/location-quotients.js';
import type { RegionSectorTable } from '../specialisation/region-sector-table.js';

/** Which regions have an advantage in which sectors; those without any are left out. */
export interface Advantages {
  /** r numbers of the table's regions, ascending. */
  regions: Uint32Array;
  /** s numbers of the table's sectors, ascending. */
  sectors: Uint32Array;
  /** r + 1: region i is strong in `sectorsOf[starts[i]]` up to, without, `sectorsOf[starts[i + 1]]`. */
  starts: Uint32Array;
  /** m places in `sectors`, ascending within a region. */
  sectorsOf: Uint32Array;
  /** r numbers of sectors in which the region is strong, at least 1. */
  diversity: Float64Array;
  /** s numbers of regions that are strong in the sector, at least 1. */
  ubiquity: Float64Array;
}

/**
 * The pairs whose location quotient (revealed comparative advantage) is at least the threshold.
 *
 * Source: Balassa (1965), Trade liberalisation and “revealed” comparative advantage, The Manchester
 * School 33, 99-123; at least, not above: Hausmann et al. (2014), The atlas of economic complexity.
 *
 * @throws {RangeError} if the threshold is not positive
 */
export function findAdvantages(table: RegionSectorTable, threshold = 1): Advantages {
  if (!(threshold > 0 && threshold < Infinity)) {
    throw new RangeError(`The threshold is ${threshold}, not a positive number`);
  }
  const quotients = locationQuotients(table);
  const pairs = Array.from(quotients.keys()).filter((cell) => quotients[cell]! >= threshold);
  return advantagesOf(
    Uint32Array.from(pairs, (cell) => table.regionOf[cell]!),
    Uint32Array.from(pairs, (cell) => table.sectorOf[cell]!),
  );
}

/** @param regionOf m, ascending; @param sectorOf m, ascending within a region */
function advantagesOf(regionOf: Uint32Array, sectorOf: Uint32Array): Advantages {
  const regions = Uint32Array.from(new Set(regionOf));
  const sectors = Uint32Array.from(new Set(sectorOf)).sort();
  const placeOf = new Map(Array.from(sectors, (sector, place) => [sector, place]));
  const sectorsOf = sectorOf.map((sector) => placeOf.get(sector)!);
  const ubiquity = new Float64Array(sectors.length);
  for (const sector of sectorsOf) ubiquity[sector]!++;
  const starts = new Uint32Array(regions.length + 1);
  for (let i = 0, at = 0; i < regions.length; i++) {
    while (at < regionOf.length && regionOf[at] === regions[i]) at++;
    starts[i + 1] = at;
  }
  const diversity = Float64Array.from(regions, (_, i) => starts[i + 1]! - starts[i]!);
  return { regions, sectors, starts, sectorsOf, diversity, ubiquity };
}

/** @returns r sums over a region's sectors of a value of the sector */
export function sumBySectors(
  { starts, sectorsOf }: Pick<Advantages, 'starts' | 'sectorsOf'>,
  values: Float64Array,
): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let region = 0; region < sums.length; region++) {
    let sum = 0;
    for (let i = starts[region]!; i < starts[region + 1]!; i++) sum += values[sectorsOf[i]!]!;
    sums[region] = sum;
  }
  return sums;
}

/** @returns s sums over a sector's regions of a value of the region */
export function sumByRegions(
  { starts, sectorsOf, sectors }: Pick<Advantages, 'starts' | 'sectorsOf' | 'sectors'>,
  values: Float64Array,
): Float64Array {
  const sums = new Float64Array(sectors.length);
  for (let region = 0; region < values.length; region++) {
    for (let i = starts[region]!; i < starts[region + 1]!; i++) {
      sums[sectorsOf[i]!]! += values[region]!;
    }
  }
  return sums;
}
