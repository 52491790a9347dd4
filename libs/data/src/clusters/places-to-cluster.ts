import type { ClusterQuery } from '@cluster-atlas/contract';
import {
  placedBusinesses,
  somePlaces,
  type PlacedBusinesses,
  type PointStore,
  type Selection,
} from '@cluster-atlas/points';
import { inTurns } from '../analyses/in-turns.js';

export interface WeighedPlaces {
  placed: PlacedBusinesses;
  /** Also those around them, where they are to be tested against these; `placed` are its matching ones. */
  everyone: PlacedBusinesses | null;
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

/**
 * The places of the selected businesses, and what each weighs; pauses so that others have their turn.
 * All are taken from the store in one state of it: clusters are tested by the ranks of their places.
 */
export function placesToCluster(
  store: PointStore,
  selection: Selection,
  { weight, labellings = 0 }: { weight: ClusterQuery['weight']; labellings?: number },
): Promise<WeighedPlaces> {
  return inTurns(store, function* () {
    if (weight === 'jobs') return yield* weighByJobs(yield* placedBusinesses(store, selection));
    const unweighed = { weights: null, weightless: 0 };
    if (labellings === 0) {
      return { ...unweighed, placed: yield* placedBusinesses(store, selection), everyone: null };
    }
    const everyone = yield* placedBusinesses(store, selection, 'all');
    yield;
    const placed = yield* somePlaces(everyone, matchingPlaces(everyone));
    return { ...unweighed, placed, everyone };
  });
}

function matchingPlaces({ matching }: PlacedBusinesses): Uint32Array {
  const places = new Uint32Array(matching.length);
  let count = 0;
  for (let place = 0; place < matching.length; place++) {
    if (matching[place] === 1) places[count++] = place;
  }
  return places.subarray(0, count);
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
    placed: yield* somePlaces(placed, kept.subarray(0, count)),
    everyone: null,
    weights: weights.slice(0, count),
    weightless,
  };
}
