import { locationQuotient, ringDensity, type RingDensity } from '@cluster-atlas/analytics';
import type { HubDensity, HubDensityQuery } from '@cluster-atlas/contract';
import { DECAY_LENGTH, fromNationalGrid } from '@cluster-atlas/geo';
import { neighbourhood, type Neighbourhood, type PointStore } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { areaPredicate, type AreaPredicate } from '../areas/area-predicate.js';
import { findPlace } from '../hubs/find-place.js';
import { divisionMix, readSectors } from '../sectors/division-mix.js';
import { describeSelection } from './describe-selection.js';
import { nearestBusinesses } from './nearest-businesses.js';
import { isoDate, resolveSelection } from './selection.js';
import { hubWarnings } from './hub-warnings.js';

interface HubRequest {
  /** A hub's slug, or `latitude,longitude`. */
  place: string;
  query: HubDensityQuery;
}

const NEAREST = 20;

/**
 * The density profile around a hub or a point: rings, annuli, gravity, location quotients, sector
 * mix and the nearest businesses, all under one selection.
 *
 * @throws {NotFound} for a hub, sector group or area that is not there
 */
export async function analyseHub(
  database: DataSource,
  store: PointStore,
  { place, query }: HubRequest,
): Promise<HubDensity> {
  const { hub, centre } = await findPlace(database, place);
  const area = query.base.startsWith('area:')
    ? await areaPredicate(database, query.base.slice('area:'.length))
    : null;
  const selection = await resolveSelection(database, query);
  const radii = [...new Set(query.radii)].sort((a, b) => a - b);
  const disc = { ...centre, radius: radii.at(-1)!, ...(area && { baseArea: area.contains }) };
  const around = neighbourhood(store, disc, selection);
  return {
    hub,
    centre: { ...centre, ...fromNationalGrid(centre.easting, centre.northing) },
    ...measureRings(around, radii),
    gravity: measureGravity(around),
    sectors: divisionMix(matchingSectors(around), await readSectors(database)),
    nearest: await nearestBusinesses(database, around, NEAREST),
    base: { name: query.base, count: around.base.matching, all: around.base.all },
    excluded: around.excluded,
    definition: describe(query, selection.date),
    warnings: [
      ...(area ? areaWarnings(area) : []),
      ...(await hubWarnings(database, store, { query, date: selection.date })),
    ],
  };
}

function measureRings(
  around: Neighbourhood,
  radii: number[],
): Pick<HubDensity, 'rings' | 'annuli'> {
  const { distances, matching } = around;
  const measure = (weights: Float64Array | null, included: Uint8Array | null): RingDensity =>
    ringDensity({ distances, weights, included }, radii);
  const low = measure(around.jobsLow, matching);
  const high = measure(jobsHighOrLow(around), matching);
  const all = measure(null, null);
  return {
    rings: low.discs.map((disc, i) => ({
      radius: disc.radius,
      areaKm2: disc.areaKm2,
      count: disc.count,
      all: all.discs[i]!.count,
      jobs: disc.weight,
      jobsHigh: high.discs[i]!.weight,
      jobsCoverage: disc.count === 0 ? null : disc.stated / disc.count,
      densityPerKm2: disc.countPerKm2,
      jobsPerKm2: disc.weightPerKm2,
      ...locationQuotient({
        matching: disc.count,
        all: all.discs[i]!.count,
        baseMatching: around.base.matching,
        baseAll: around.base.all,
      }),
    })),
    annuli: low.annuli.map(({ inner, outer, areaKm2, count, countPerKm2 }, i) => ({
      inner,
      outer,
      areaKm2,
      count,
      all: all.annuli[i]!.count,
      densityPerKm2: countPerKm2,
    })),
  };
}

/** A range without an upper bound (`250+`) adds its lower one. */
function jobsHighOrLow({ jobsLow, jobsHigh }: Neighbourhood): Float64Array {
  return jobsHigh.map((high, i) => (Number.isNaN(high) ? jobsLow[i]! : high));
}

function measureGravity({ gravity }: Neighbourhood): HubDensity['gravity'] {
  return {
    scaleMetres: DECAY_LENGTH,
    firms: gravity.matching.firms,
    allFirms: gravity.all.firms,
    jobs: gravity.matching.jobsLow > 0 ? gravity.matching.jobsLow : null,
  };
}

function matchingSectors({ matching, primarySectors }: Neighbourhood): Uint32Array {
  return primarySectors.filter((_, i) => matching[i] === 1);
}

function areaWarnings({ name, layer, otherLayers }: AreaPredicate): string[] {
  if (otherLayers.length === 0) return [];
  return [
    `The base is ${name} in the layer ${layer}; ${otherLayers.join(', ')} has this code too, perhaps with another boundary.`,
  ];
}

/** Every choice that made the numbers, in words that a reader can check. */
function describe(query: HubDensityQuery, date: number): HubDensity['definition'] {
  return {
    ...describeSelection(query),
    date: isoDate(date),
    radii: query.radii,
    base: query.base,
    unit: 'business, once per ring, at the nearest of its chosen locations',
    distances: 'metres in EPSG:27700, radius included, discs not clipped',
    interval: '95 %, delta method on ln LQ',
    gravity: `sum of exp(-d / ${DECAY_LENGTH} m)`,
  };
}
