import type { ClusterQuery } from '@cluster-atlas/contract';
import {
  placedBusinesses,
  type PlacedBusinesses,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import { inTurns } from '../analyses/in-turns.js';

export interface WeighedPlaces {
  placed: PlacedBusinesses;
  /** Of each place; null: each weighs 1. */
  weights: Float64Array | null;
  /** Businesses with a place that are left out, because they weigh nothing. */
  weightless: number;
}

/** What a place weighs, for the definition of an answer. */
export function describeWeight(weight: ClusterQuery['weight']): Record<string, unknown> {
  if (weight === 'businesses') return { weight };
  return {
    weight,
    weighing:
      'jobs as last stated, whatever the date: the low end of a range, divided evenly over the places of a business; who states none is left out',
  };
}

/** So many are weighed in a few milliseconds. */
const PLACES_AT_ONCE = 65_536;

/** The places of the selected businesses, and what each weighs; pauses so that others have their turn. */
export function placesToCluster(
  store: PointStore,
  selection: Selection,
  weight: ClusterQuery['weight'],
): Promise<WeighedPlaces> {
  return inTurns(store, function* () {
    const placed = yield* placedBusinesses(store, selection);
    if (weight === 'businesses') return { placed, weights: null, weightless: 0 };
    return yield* weighByJobs(placed);
  });
}

/**
 * A place weighs its part of the jobs of its business: as many as are stated, or the low end of their
 * range, as in every sum of jobs, divided evenly over its places. Who states none, or 0, is left out:
 * without weight it could still join what is apart.
 */
function* weighByJobs(placed: PlacedBusinesses): Generator<undefined, WeighedPlaces> {
  const { ids, jobsLow } = placed;
  const kept = new Uint32Array(ids.length);
  const weights = new Float64Array(ids.length);
  let count = 0;
  let weightless = 0;
  for (let from = 0, pause = PLACES_AT_ONCE; from < ids.length;) {
    let to = from + 1;
    while (to < ids.length && ids[to] === ids[from]) to++; // the places of one stand side by side
    const jobs = jobsLow[from]!;
    if (jobs > 0) {
      weights.fill(jobs / (to - from), count, count + to - from);
      for (let place = from; place < to; place++) kept[count++] = place;
    } else weightless++;
    from = to;
    if (from < pause) continue;
    pause += PLACES_AT_ONCE;
    yield;
  }
  return {
    placed: only(placed, kept.subarray(0, count)),
    weights: weights.slice(0, count),
    weightless,
  };
}

function only(placed: PlacedBusinesses, places: Uint32Array): PlacedBusinesses {
  const pick = (values: Float64Array) => Float64Array.from(places, (place) => values[place]!);
  return {
    ...placed,
    xs: pick(placed.xs),
    ys: pick(placed.ys),
    ids: places.map((place) => placed.ids[place]!),
    matching: Uint8Array.from(places, (place) => placed.matching[place]!),
    jobsLow: pick(placed.jobsLow),
    jobsHigh: pick(placed.jobsHigh),
    primarySectors: Uint32Array.from(places, (place) => placed.primarySectors[place]!),
    postcodes: places.map((place) => placed.postcodes[place]!),
  };
}
