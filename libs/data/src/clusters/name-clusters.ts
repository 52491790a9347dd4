import { postcodeOutcode } from '@cluster-atlas/geo';
import type { PlacedBusinesses } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { areasAround } from '../areas/areas-around.js';
import { besideHub } from '../hubs/beside-hub.js';
import type { HubOnGrid } from '../hubs/list-hubs-on-grid.js';
import { slugify } from '../imports/slugify.js';
import type { KnownSector } from '../sectors/division-mix.js';
import { FreeNames } from './free-names.js';
import type { Membership } from './list-members.js';

/** Kinds of hubs that hold others, or are known to more people; the rest come after. */
const GREAT_KINDS = [
  'media-campus',
  'science-park',
  'university',
  'enterprise-zone',
  'business-park',
  'innovation-district',
  'creative-quarter',
  'innovation-centre',
];

/** Metres from the middle of a cluster to a hub after which it is named, if none lies inside. */
const NEAR = 500;

interface NamingInput {
  clusters: {
    hubs: readonly { slug: string }[];
    members: Membership;
    /** What the places of the members are places in. */
    placed: PlacedBusinesses;
  }[];
  postcodeOf: (number: number) => string | null;
  sectors: ReadonlyMap<number, KnownSector>;
  hubs: readonly HubOnGrid[];
}

/**
 * A name for each cluster, no two alike: the hub inside or near its middle, of the greatest kind and
 * the nearest of those, else the smallest loaded area around it, else the commonest outward postcode,
 * else how it lies from a hub; and the commonest primary sector. The first of equals is by code.
 */
export async function nameClusters(
  database: DataSource,
  { clusters, postcodeOf, sectors, hubs }: NamingInput,
): Promise<{ slug: string; name: string }[]> {
  const areas = await areasAround(
    database,
    clusters.map(({ members }) => members.centre),
  );
  const names = new FreeNames();
  return clusters.map(({ hubs: inside, members, placed }, i) => {
    const outcode = commonest(members.places, (place) =>
      outcodeOf(postcodeOf(placed.postcodes[place]!)),
    );
    const sector = commonest(
      members.places,
      (place) => sectors.get(placed.primarySectors[place]!)?.title,
    );
    const hub = chooseHub(hubs, members.centre, new Set(inside.map(({ slug }) => slug)));
    const place = hub ?? areas[i] ?? outcode ?? besideHub(hubs, members.centre) ?? 'Cluster';
    const lead = sector === null ? '' : `: ${sector.toLowerCase()}`;
    return names.take([
      `${place}${lead}`,
      ...(outcode === null || place === outcode ? [] : [`${place} ${outcode}${lead}`]),
    ]);
  });
}

function chooseHub(
  hubs: readonly HubOnGrid[],
  { easting, northing }: { easting: number; northing: number },
  inside: ReadonlySet<string>,
): string | null {
  const rankOf = (kind: string) => {
    const rank = GREAT_KINDS.indexOf(slugify(kind));
    return rank < 0 ? GREAT_KINDS.length : rank;
  };
  const [first] = hubs
    .map((hub) => ({
      name: hub.name,
      isInside: inside.has(hub.slug),
      rank: rankOf(hub.kind),
      distance: Math.hypot(hub.easting - easting, hub.northing - northing),
    }))
    .filter(({ isInside, distance }) => isInside || distance <= NEAR)
    .sort((a, b) => a.rank - b.rank || a.distance - b.distance);
  return first?.name ?? null;
}

function outcodeOf(postcode: string | null): string | undefined {
  return postcode === null ? undefined : postcodeOutcode(postcode);
}

function commonest(
  places: Uint32Array,
  valueOf: (place: number) => string | undefined,
): string | null {
  const counts = new Map<string, number>();
  for (const place of places) {
    const value = valueOf(place);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}
