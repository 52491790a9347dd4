import { circleKm2, rankReversals } from '@cluster-atlas/analytics';
import type { Hub, HubRanking, HubRankingQuery } from '@cluster-atlas/contract';
import { toNationalGrid } from '@cluster-atlas/geo';
import { countAround, type PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { inTurns } from '../analyses/in-turns.js';
import { listHubs } from '../hubs/list-hubs.js';
import { describeBasis, type Asked } from './describe-coverage.js';

/** A hub that is listed is among so many within some radius. */
const LEADING = 8;

/** The leading hubs by the businesses around them, and the pairs whose order rests on the radius. */
export async function rankHubs(
  { database, store }: { database: DataSource; store: PointStore },
  { query, selection }: Asked<HubRankingQuery>,
): Promise<HubRanking> {
  const radii = [...new Set(query.radii)].sort((a, b) => a - b);
  const hubs = (await listHubs(database)).filter((hub) => isInside(hub, query.bbox));
  const places = hubs.map(({ longitude, latitude }) => toNationalGrid(longitude, latitude));
  const centres = {
    eastings: Float64Array.from(places, ({ easting }) => easting),
    northings: Float64Array.from(places, ({ northing }) => northing),
    radii,
  };
  const counts = await inTurns(store, () => countAround(store, selection, centres));
  const countsOf = (hub: number) => [
    ...counts.subarray(hub * radii.length, (hub + 1) * radii.length),
  ];
  const leading = leadingOf(hubs, countsOf, radii.length);
  const { ranks, reversals, compared } = rankReversals({
    values: leading.flatMap(countsOf),
    radii: radii.length,
  });
  const slugOf = (place: number) => hubs[leading[place]!]!.slug;
  return {
    radii,
    hubs: leading.map((hub, place) => ({
      slug: hubs[hub]!.slug,
      name: hubs[hub]!.name,
      counts: countsOf(hub),
      densities: countsOf(hub).map((count, i) => count / circleKm2(radii[i]!)),
      ranks: [...ranks.subarray(place * radii.length, (place + 1) * radii.length)],
    })),
    allHubs: hubs.length,
    reversals: reversals.map(({ ahead, behind, from, to }) => ({
      ...{ ahead: slugOf(ahead), behind: slugOf(behind) },
      ...{ from: radii[from]!, to: radii[to]! },
    })),
    compared,
    definition: { ...describeBasis({ query, selection }), radii, distances: DISTANCES },
    warnings: [],
  };
}

const DISTANCES = 'metres in EPSG:27700, radius included, discs not clipped';

function isInside({ longitude, latitude }: Hub, bbox: HubRankingQuery['bbox']): boolean {
  if (!bbox) return true;
  const [west, south, east, north] = bbox;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Those that have any businesses and lead within some radius, by the smallest radius, then the next. */
function leadingOf(
  hubs: readonly Hub[],
  countsOf: (hub: number) => number[],
  radii: number,
): number[] {
  const counts = hubs.map((_, hub) => countsOf(hub));
  const chosen = new Set<number>();
  for (let radius = 0; radius < radii; radius++) {
    [...hubs.keys()]
      .filter((hub) => counts[hub]![radius]! > 0)
      .sort((a, b) => counts[b]![radius]! - counts[a]![radius]! || a - b)
      .slice(0, LEADING)
      .forEach((hub) => chosen.add(hub));
  }
  return [...chosen].sort((a, b) => compareCounts(counts[a]!, counts[b]!) || a - b);
}

function compareCounts(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((count, i) => count !== other[i]);
  return at < 0 ? 0 : other[at]! - one[at]!;
}
