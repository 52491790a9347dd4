export interface FlqOptions {
  /** Output, or jobs, by sector. */
  region: Float64Array;
  nation: Float64Array;
  /** How steeply small regions import; default 0.3. */
  delta?: number;
}

/**
 * The share of each national input coefficient that a region covers itself: the cross-industry
 * location quotient of seller and buyer, on the diagonal the seller's own, times
 * log2(1 + size of the region)^delta, at most 1.
 *
 * Source: Flegg and Webber (2000), Regional size, regional specialization and the FLQ formula,
 * Regional Studies 34(6).
 *
 * @returns n x n, row by row, the seller's row and the buyer's column; null where the buying sector
 * does not exist in the region, or either does not in the nation
 * @throws {RangeError} if the columns differ in length, hold negative numbers, the region is larger
 * than the nation, or delta is not in [0, 1)
 */
export function flq({ region, nation, delta = 0.3 }: FlqOptions): (number | null)[] {
  check(region, nation, delta);
  const sum = (column: Float64Array) => column.reduce((total, next) => total + next, 0);
  const size = sum(region) / sum(nation);
  const quotients = Array.from(region, (own, sector) =>
    nation[sector]! > 0 && size > 0 ? own / nation[sector]! / size : null,
  );
  const scale = Math.log2(1 + size) ** delta;
  return quotients.flatMap((seller, row) =>
    quotients.map((buyer, column) => {
      if (seller === null || buyer === null || buyer === 0) return null;
      return Math.min(1, (row === column ? seller : seller / buyer) * scale);
    }),
  );
}

function check(region: Float64Array, nation: Float64Array, delta: number): void {
  if (region.length !== nation.length) {
    throw new RangeError(`${region.length} sectors of the region, ${nation.length} of the nation`);
  }
  region.forEach((own, sector) => {
    if (!(own >= 0 && own <= nation[sector]! && nation[sector]! < Infinity)) {
      throw new RangeError(`sector ${sector} has ${own} of ${nation[sector]} in the nation`);
    }
  });
  if (!(delta >= 0 && delta < 1)) throw new RangeError(`delta is ${delta}, not in [0, 1)`);
}
