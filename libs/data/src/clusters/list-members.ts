import { POINT_KINDS, type OutlinedClusters } from '@cluster-atlas/analytics';
import type { PlacedBusinesses } from '@cluster-atlas/points';
import type { FoundBusinesses } from '../analyses/business-summaries.js';
import type { Turns } from '../analyses/turns.js';

const CORE = POINT_KINDS.indexOf('core');
/** So many are gone through in a few milliseconds. */
const PLACES_AT_ONCE = 16_384;

/** Who is in a cluster: businesses by id, and where each stands. */
export interface Membership extends FoundBusinesses {
  /** Its number in the run. */
  cluster: number;
  /** Businesses. */
  size: number;
  /** Places of its businesses: one counts once at each. */
  establishments: number;
  cores: number;
  /** The mean of where they stand, metres, EPSG:27700. */
  centre: { easting: number; northing: number };
  /** Places in the columns of the placed businesses: of each business its first in the cluster. */
  places: Uint32Array;
}

/** Of each cluster, the largest first; equally large ones by number. */
export async function listMembers(
  { ids, xs, ys }: PlacedBusinesses,
  { clusters, labels, kinds }: Pick<OutlinedClusters, 'clusters' | 'labels' | 'kinds'>,
  turns: Turns,
): Promise<Membership[]> {
  const cores = new Uint32Array(clusters);
  const establishments = new Uint32Array(clusters);
  const sizes = new Uint32Array(clusters);
  const isFirst = new Uint8Array(labels.length);
  const lastId = new Uint32Array(clusters); // 0: none
  for (let i = 0; i < labels.length; i++) {
    if (i % PLACES_AT_ONCE === 0) await turns.next();
    const cluster = labels[i]!;
    if (cluster < 0) continue;
    establishments[cluster]!++;
    if (kinds[i] === CORE) cores[cluster]!++;
    if (lastId[cluster] === ids[i]) continue; // another place of the same business
    lastId[cluster] = ids[i]!;
    isFirst[i] = 1;
    sizes[cluster]!++;
  }
  const places = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(clusters);
  for (let i = 0; i < labels.length; i++) {
    if (i % PLACES_AT_ONCE === 0) await turns.next();
    const cluster = labels[i]!;
    if (isFirst[i] === 1) places[cluster]![filled[cluster]!++] = i;
  }
  const members: Membership[] = [];
  for (const [cluster, own] of places.entries()) {
    await turns.next();
    const eastings = pick(xs, own);
    const northings = pick(ys, own);
    members.push({
      ...{ cluster, size: own.length, cores: cores[cluster]!, places: own },
      establishments: establishments[cluster]!,
      centre: { easting: mean(eastings), northing: mean(northings) },
      ids: own.map((place) => ids[place]!),
      ...{ eastings, northings },
    });
  }
  return members.sort((a, b) => b.size - a.size || a.cluster - b.cluster);
}

function pick(values: Float64Array, places: Uint32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = values[places[i]!]!;
  return picked;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
