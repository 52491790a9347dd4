import type { PlantMoments } from './plant-moments.js';

/** Rows of plants that are known by number and total size only, such as a sector's of 10 to 19 jobs. */
export interface PlantBands {
  sectors: number;
  /** n numbers below `sectors`. */
  sectorOf: Uint32Array;
  /** n numbers of plants. */
  counts: Float64Array;
  /** n sums of their sizes. */
  totals: Float64Array;
  /** n bounds of the size of a plant. */
  lows: Float64Array;
  highs: Float64Array;
}

export interface BandedPlantMoments extends PlantMoments {
  /** The most that the sizes within their bands allow; `herfindahl`, of band means, is the least. */
  highestHerfindahl: number | null;
}

/**
 * As `plantMoments`, each plant taken to have the mean size of its band.
 *
 * Rows without plants, or of total size 0, count for nothing. Does not depend on the order of rows.
 * The bound: numbers between low and high of mean m have a variance of at most (high - m)(m - low).
 *
 * Source: Bhatia and Davis (2000), A better bound on the variance, American Mathematical Monthly 107,
 * 353-357.
 *
 * @returns one for each sector
 * @throws {RangeError} if the columns differ in length, a number is negative or not finite, or a mean
 * is outside its bounds
 */
export function bandedPlantMoments(bands: PlantBands): BandedPlantMoments[] {
  check(bands);
  const { sectors, sectorOf, counts, totals, lows, highs } = bands;
  const rows = Uint32Array.from(counts.keys())
    .filter((row) => counts[row]! > 0 && totals[row]! > 0)
    .sort(
      (a, b) =>
        totals[a]! - totals[b]! ||
        counts[a]! - counts[b]! ||
        lows[a]! - lows[b]! ||
        highs[a]! - highs[b]!,
    );
  const sums = Array.from({ length: sectors }, () => ({
    ...{ plants: 0, total: 0, squares: 0, fourths: 0, room: 0 },
  }));
  for (const row of rows) {
    const sum = sums[sectorOf[row]!]!;
    const count = counts[row]!;
    const mean = totals[row]! / count;
    sum.plants += count;
    sum.total += totals[row]!;
    sum.squares += count * mean ** 2;
    sum.fourths += count * mean ** 4;
    sum.room += count * (highs[row]! - mean) * (mean - lows[row]!);
  }
  return sums.map(({ plants, total, squares, fourths, room }) =>
    total === 0
      ? { plants: 0, total: 0, herfindahl: null, fourth: null, highestHerfindahl: null }
      : {
          ...{ plants, total },
          herfindahl: Math.min(1, squares / total ** 2),
          fourth: fourths / total ** 4,
          highestHerfindahl: Math.min(1, (squares + room) / total ** 2),
        },
  );
}

function check({ sectors, sectorOf, counts, totals, lows, highs }: PlantBands): void {
  const columns = [counts, totals, lows, highs];
  if (columns.some(({ length }) => length !== sectorOf.length)) {
    throw new RangeError(`Columns of other lengths than that of ${sectorOf.length} bands`);
  }
  for (let row = 0; row < sectorOf.length; row++) {
    const figures = columns.map((column) => column[row]!);
    if (
      sectorOf[row]! >= sectors ||
      figures.some((figure) => !(figure >= 0 && figure < Infinity))
    ) {
      throw new RangeError(`Band ${row} of sector ${sectorOf[row]} has ${figures.join(', ')}`);
    }
    const mean = counts[row]! > 0 ? totals[row]! / counts[row]! : lows[row]!;
    if (mean < lows[row]! || mean > highs[row]!) {
      throw new RangeError(`Band ${row} of ${lows[row]} to ${highs[row]} has the mean ${mean}`);
    }
  }
}
