import { percentile } from '@cluster-atlas/analytics';
import type { OfficeDistances } from '@cluster-atlas/contract';
import { measureOffices, type PointStore } from '@cluster-atlas/points';
import { inTurns } from '../analyses/in-turns.js';
import { describeBasis, shareOf, type Asked } from './describe-coverage.js';

const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9];

/** Metres: where a band begins and the one before ends. Below a metre two places are the same one. */
const BANDS = [0, 1, 250, 1_000, 2_500, 5_000, 10_000, 50_000];

/** How far the selected businesses trade from where they are registered. */
export async function describeOffices(
  store: PointStore,
  { query, selection }: Asked,
): Promise<OfficeDistances> {
  const { distances, ...counts } = await inTurns(store, () =>
    measureOffices(store, selection, query.bbox ?? null),
  );
  const below = BANDS.map((limit) => countBelow(distances, limit));
  const same = countBelow(distances, BANDS[1]!);
  const apart = distances.subarray(same);
  return {
    both: distances.length,
    apart: apart.length,
    share: shareOf(apart.length, distances.length),
    ...counts,
    percentiles: SHARES.map((share) => ({ share, metres: percentile(apart, share) })),
    bands: BANDS.map((from, i) => ({
      from,
      to: BANDS[i + 1] ?? null,
      businesses: (below[i + 1] ?? distances.length) - below[i]!,
    })),
    definition: {
      ...describeBasis({ query, selection }),
      location: 'registered office and nearest place of trading or activity',
      distances: 'metres in EPSG:27700; less than 1 m is the same place',
    },
    warnings: [],
  };
}

/** @param ascending metres */
function countBelow(ascending: Float64Array, limit: number): number {
  const first = ascending.findIndex((metres) => metres >= limit);
  return first < 0 ? ascending.length : first;
}
