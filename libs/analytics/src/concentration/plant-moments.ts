import type { RegionSectorRows } from '../specialisation/region-sector-table.js';

/** Of the plants of a sector. */
export interface PlantMoments {
  plants: number;
  total: number;
  /** The sum of the squared, and of the fourth powers of, shares of the sector; null of none. */
  herfindahl: number | null;
  fourth: number | null;
}

/** Each row is a plant. */
type Plants = Pick<RegionSectorRows, 'sectors' | 'sectorOf' | 'values'>;

/** Whole sizes up to this are counted, not listed. */
const SMALL = 512;
/** Of the array of counts. */
const MOST_COUNTS = 2 ** 24;

/**
 * How the plants of each sector differ in size; each row is a plant, those of size 0 are none.
 *
 * Does not depend on the order of the rows: a sector's sizes are added up in ascending order.
 * Linear, but for the sort of sizes that are not whole or above 512.
 *
 * @returns one for each sector
 * @throws {RangeError} if a size is negative or not finite, or the columns differ in length
 */
export function plantMoments({ sectors, sectorOf, values }: Plants): PlantMoments[] {
  if (values && values.length !== sectorOf.length) {
    throw new RangeError(`${values.length} sizes for ${sectorOf.length} plants`);
  }
  const small = Math.min(SMALL, Math.floor(MOST_COUNTS / Math.max(1, sectors)) - 1);
  const counts = new Uint32Array(sectors * (small + 1));
  const larger = new Map<number, number[]>();
  for (let i = 0; i < sectorOf.length; i++) {
    const sector = sectorOf[i]!;
    const size = values ? values[i]! : 1;
    if (!(size >= 0 && size < Infinity) || sector >= sectors) {
      throw new RangeError(`Plant ${i} of sector ${sector} has the size ${size}`);
    }
    if (size <= small && Math.floor(size) === size) counts[sector * (small + 1) + size]!++;
    else {
      const sizes = larger.get(sector);
      if (sizes) sizes.push(size);
      else larger.set(sector, [size]);
    }
  }
  return Array.from({ length: sectors }, (_, sector) =>
    addUp(
      counts.subarray(sector * (small + 1), (sector + 1) * (small + 1)),
      Float64Array.from(larger.get(sector) ?? []).sort(),
    ),
  );
}

/**
 * @param counts of plants of the size 0, 1 and so on
 * @param larger sizes, ascending
 */
function addUp(counts: Uint32Array, larger: Float64Array): PlantMoments {
  let [plants, total, squares, fourths] = [0, 0, 0, 0];
  const add = (size: number, count: number) => {
    plants += count;
    total += count * size;
    squares += count * size ** 2;
    fourths += count * size ** 4;
  };
  for (let size = 1; size < counts.length; size++) if (counts[size]! > 0) add(size, counts[size]!);
  for (const size of larger) add(size, 1);
  if (total === 0) return { plants: 0, total: 0, herfindahl: null, fourth: null };
  return { plants, total, herfindahl: squares / total ** 2, fourth: fourths / total ** 4 };
}
