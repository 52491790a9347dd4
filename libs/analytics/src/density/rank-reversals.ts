interface RankedPlaces {
  /** places x radii, row by row: counts or densities. */
  values: ArrayLike<number>;
  /** How many radii. */
  radii: number;
}

/** Two places, one of which is ahead within one radius and behind within another. */
interface RankReversal {
  /** Ahead within `from`, behind within `to`; places by their row. */
  ahead: number;
  behind: number;
  /** The first radius, by its column, that tells the two apart, and the first that tells otherwise. */
  from: number;
  to: number;
}

export interface RankStability {
  /** places x radii: 1 and the number of places that are ahead; those with equal values share a rank. */
  ranks: Uint32Array;
  /** By the better rank that either has anywhere, then by the places' rows. */
  reversals: RankReversal[];
  /** Pairs of places that some radius tells apart. */
  compared: number;
}

/**
 * Which places change their order with the radius. A tie tells nothing: a pair is reversed only where
 * one is strictly ahead within one radius and strictly behind within another.
 *
 * At equal radius all discs have the same area, so densities and counts give the same order.
 * Cost: places² x radii.
 *
 * @throws {RangeError} if the values are no whole number of rows
 */
export function rankReversals({ values, radii }: RankedPlaces): RankStability {
  const places = values.length / radii;
  if (!Number.isInteger(places)) throw new RangeError(`${values.length} values of ${radii} radii`);
  const ranks = new Uint32Array(values.length).fill(1);
  const reversals: RankReversal[] = [];
  let compared = 0;
  for (let first = 0; first < places; first++) {
    for (let second = first + 1; second < places; second++) {
      const signs = compare({ values, radii }, first, second);
      signs.forEach((sign, radius) => {
        if (sign !== 0) ranks[(sign > 0 ? second : first) * radii + radius]!++;
      });
      const from = signs.findIndex((sign) => sign !== 0);
      if (from < 0) continue;
      compared++;
      const to = signs.indexOf(-signs[from]!);
      if (to < 0) continue;
      const [ahead, behind] = signs[from]! > 0 ? [first, second] : [second, first];
      reversals.push({ ahead, behind, from, to });
    }
  }
  return { ranks, reversals: sortByRank(reversals, ranks, radii), compared };
}

/** For each radius 1 where the first place is ahead, -1 where the second is, 0 where they tie. */
function compare({ values, radii }: RankedPlaces, first: number, second: number): number[] {
  return Array.from({ length: radii }, (_, radius) =>
    Math.sign(values[first * radii + radius]! - values[second * radii + radius]!),
  );
}

function sortByRank(reversals: RankReversal[], ranks: Uint32Array, radii: number): RankReversal[] {
  const bestOf = (place: number) => Math.min(...ranks.subarray(place * radii, (place + 1) * radii));
  const best = ({ ahead, behind }: RankReversal) => Math.min(bestOf(ahead), bestOf(behind));
  return reversals.sort((a, b) => best(a) - best(b) || a.ahead - b.ahead || a.behind - b.behind);
}
