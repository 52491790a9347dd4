import { herfindahl, locationQuotient, type ClusterOutline } from '@cluster-atlas/analytics';
import type { Cluster } from '@cluster-atlas/contract';
import { fromNationalGrid } from '@cluster-atlas/geo';
import {
  countInside,
  type PlacedBusinesses,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import { isoDate } from '../analyses/selection.js';
import { extentOf } from '../areas/extent-of.js';
import type { HubOnGrid } from '../hubs/list-hubs-on-grid.js';
import { divisionMix, type KnownSector } from '../sectors/division-mix.js';
import { hubsInside, insideOf } from './hubs-inside.js';
import type { Membership } from './list-members.js';

interface DrawnCluster {
  members: Membership;
  outline: ClusterOutline;
  placed: PlacedBusinesses;
}

interface MeasuringContext {
  store: PointStore;
  selection: Selection;
  /** The same of an earlier date; null where nothing is known of it. */
  earlier: Selection | null;
  base: { all: number; matching: number };
  sectors: ReadonlyMap<number, KnownSector>;
  hubs: readonly HubOnGrid[];
}

export type MeasuredCluster = Omit<
  Cluster,
  'id' | 'slug' | 'name' | 'tier' | 'evidence' | 'significance' | 'robustness'
>;

/** Metres are enough for a map; the seventh digit of a degree is a centimetre. */
const DEGREE_DIGITS = 1e7;

export function measureCluster(
  { members, outline, placed }: DrawnCluster,
  { store, selection, earlier, base, sectors, hubs }: MeasuringContext,
): MeasuredCluster {
  const { size, establishments, cores, places, centre } = members;
  const { areaKm2, perimeter, compactness } = outline;
  const polygons = outline.polygons.map((polygon) => polygon.map((ring) => ring.map(toDegrees)));
  const shape = { box: extentOf(polygons.flat(2)), contains: insideOf(outline) };
  const inside = countInside(store, shape, selection);
  const jobs = sumJobs(placed, places);
  const mix = divisionMix(
    Array.from(places, (i) => placed.primarySectors[i]!),
    sectors,
  );
  return {
    size,
    establishments,
    cores,
    ...jobs,
    areaKm2,
    perimeter,
    compactness,
    densityPerKm2: size / areaKm2,
    jobsPerKm2: jobs.jobs === null ? null : jobs.jobs / areaKm2,
    centre: toDegrees([centre.easting, centre.northing]),
    ...locationQuotient({ ...inside, baseMatching: base.matching, baseAll: base.all }),
    ...inside,
    earlier: earlier && {
      date: isoDate(earlier.date),
      matching: countInside(store, shape, earlier).matching,
    },
    effectiveSectors: herfindahl(Float64Array.from(mix, (each) => each.count))?.equivalents ?? null,
    sectors: mix,
    hubs: hubsInside(outline, hubs).map(({ slug, name }) => ({ slug, name })),
    outline: { type: 'MultiPolygon', coordinates: polygons },
  };
}

function toDegrees([easting, northing]: [number, number]): [number, number] {
  const { longitude, latitude } = fromNationalGrid(easting, northing);
  const round = (degrees: number) => Math.round(degrees * DEGREE_DIGITS) / DEGREE_DIGITS;
  return [round(longitude), round(latitude)];
}

/** A range without an upper bound adds its lower one. */
function sumJobs({ jobsLow, jobsHigh }: PlacedBusinesses, places: Uint32Array) {
  let [low, high, stated] = [0, 0, 0];
  for (const i of places) {
    if (Number.isNaN(jobsLow[i])) continue;
    stated++;
    low += jobsLow[i]!;
    high += Number.isNaN(jobsHigh[i]) ? jobsLow[i]! : jobsHigh[i]!;
  }
  return {
    jobs: stated > 0 ? low : null,
    jobsHigh: stated > 0 ? high : null,
    jobsCoverage: places.length > 0 ? stated / places.length : null,
  };
}
