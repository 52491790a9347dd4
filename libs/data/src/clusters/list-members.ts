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
  /** Of each business, whether any of its places in the cluster is core. */
  isCore: boolean[];
  /** Of each business the greatest of its places in the cluster, from 0 to 1; null where the method knows none. */
  probabilities: Float64Array | null;
}

type LabelledPlaces = Pick<OutlinedClusters, 'clusters' | 'labels' | 'kinds' | 'probabilities'>;

/** Of each cluster, the largest first; equally large ones by number. */
export async function listMembers(
  { ids, xs, ys }: Pick<PlacedBusinesses, 'ids' | 'xs' | 'ys'>,
  found: LabelledPlaces,
  turns: Turns,
): Promise<Membership[]> {
  const { cores, establishments, sizes, isFirst, kinds, probabilities } = await tallyPlaces(
    ids,
    found,
    turns,
  );
  const places = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(found.clusters);
  for (let i = 0; i < isFirst.length; i++) {
    if (i % PLACES_AT_ONCE === 0) await turns.next();
    const cluster = found.labels[i]!;
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
      isCore: Array.from(own, (place) => kinds[place] === CORE),
      probabilities: probabilities && pick(probabilities, own),
    });
  }
  return members.sort((a, b) => b.size - a.size || a.cluster - b.cluster);
}

/** Counts by cluster; by place, at the first of each business, the strongest membership of all of its places. */
async function tallyPlaces(
  ids: Uint32Array,
  { clusters, labels, ...found }: LabelledPlaces,
  turns: Turns,
) {
  const cores = new Uint32Array(clusters);
  const establishments = new Uint32Array(clusters);
  const sizes = new Uint32Array(clusters);
  const isFirst = new Uint8Array(labels.length);
  const kinds = found.kinds.slice();
  const probabilities = found.probabilities?.slice() ?? null;
  const lastFirst = new Int32Array(clusters).fill(-1);
  for (let i = 0; i < labels.length; i++) {
    if (i % PLACES_AT_ONCE === 0) await turns.next();
    const cluster = labels[i]!;
    if (cluster < 0) continue;
    establishments[cluster]!++;
    if (kinds[i] === CORE) cores[cluster]!++;
    const first = lastFirst[cluster]!;
    if (first < 0 || ids[first] !== ids[i]) {
      lastFirst[cluster] = i;
      isFirst[i] = 1;
      sizes[cluster]!++;
      continue;
    }
    kinds[first] = Math.max(kinds[first]!, kinds[i]!); // noise, border, core
    if (probabilities) probabilities[first] = Math.max(probabilities[first]!, probabilities[i]!);
  }
  return { cores, establishments, sizes, isFirst, kinds, probabilities };
}

function pick(values: Float64Array, places: Uint32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = values[places[i]!]!;
  return picked;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
