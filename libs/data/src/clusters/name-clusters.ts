import type { Hub } from '@cluster-atlas/contract';
import { postcodeOutcode, toNationalGrid } from '@cluster-atlas/geo';
import type { PlacedBusinesses } from '@cluster-atlas/points';
import type { DataSource } from 'typeorm';
import { slugify } from '../imports/slugify.js';
import type { KnownSector } from '../sectors/division-mix.js';
import type { Membership } from './list-members.js';

/** Metres from the middle of a cluster to a hub after which it is named, if none lies inside. */
const NEAR = 500;

interface NamingInput {
  clusters: {
    hubs: readonly { slug: string }[];
    position: { easting: number; northing: number };
    centre: [longitude: number, latitude: number];
    members: Membership;
  }[];
  placed: PlacedBusinesses;
  postcodeOf: (number: number) => string | null;
  sectors: ReadonlyMap<number, KnownSector>;
  hubs: readonly Hub[];
}

/**
 * A name for each cluster, no two alike: the hub nearest to its middle, if one lies inside or near,
 * else the smallest loaded area around it, else the commonest outward postcode; and the commonest
 * primary sector. The first of equals is by code.
 */
export async function nameClusters(
  database: DataSource,
  { clusters, placed, postcodeOf, sectors, hubs }: NamingInput,
): Promise<{ slug: string; name: string }[]> {
  const areas = await areasAround(
    database,
    clusters.map(({ centre }) => centre),
  );
  const onGrid = hubs.map(({ slug, name, longitude, latitude }) => ({
    slug,
    name,
    ...toNationalGrid(longitude, latitude),
  }));
  const taken = new Set<string>();
  return clusters.map(({ hubs: inside, position, members }, i) => {
    const outcode = commonest(members.places, (place) =>
      outcodeOf(postcodeOf(placed.postcodes[place]!)),
    );
    const sector = commonest(
      members.places,
      (place) => sectors.get(placed.primarySectors[place]!)?.title,
    );
    const hub = nearestHub(onGrid, position, new Set(inside.map(({ slug }) => slug)));
    const place = hub ?? areas[i] ?? outcode ?? 'Cluster';
    const lead = sector === null ? '' : `: ${sector.toLowerCase()}`;
    const name = free(taken, [
      `${place}${lead}`,
      ...(outcode === null || place === outcode ? [] : [`${place} ${outcode}${lead}`]),
    ]);
    taken.add(slugify(name));
    return { slug: slugify(name), name };
  });
}

function nearestHub(
  hubs: readonly { slug: string; name: string; easting: number; northing: number }[],
  { easting, northing }: { easting: number; northing: number },
  inside: ReadonlySet<string>,
): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const hub of hubs) {
    const distance = Math.hypot(hub.easting - easting, hub.northing - northing);
    if (distance >= least || (distance > NEAR && !inside.has(hub.slug))) continue;
    least = distance;
    nearest = hub.name;
  }
  return nearest;
}

/** The first that is not taken; then the last with a number. */
function free(taken: ReadonlySet<string>, names: readonly string[]): string {
  const first = names.find((name) => !taken.has(slugify(name)));
  if (first !== undefined) return first;
  let number = 2;
  while (taken.has(slugify(`${names.at(-1)!} (${number})`))) number++;
  return `${names.at(-1)!} (${number})`;
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

/** The name of the smallest loaded area that holds each place; null where there is none. */
async function areasAround(
  database: DataSource,
  centres: readonly [longitude: number, latitude: number][],
): Promise<(string | null)[]> {
  const rows = await database.query<{ name: string | null }[]>(
    `SELECT (SELECT name FROM area WHERE ST_Contains(boundary, ST_SetSRID(ST_MakePoint(x, y), 4326))
             ORDER BY ST_Area(boundary), area.id LIMIT 1) AS name
     FROM unnest($1::double precision[], $2::double precision[]) WITH ORDINALITY AS at (x, y, n)
     ORDER BY n`,
    [centres.map(([longitude]) => longitude), centres.map(([, latitude]) => latitude)],
  );
  return rows.map(({ name }) => name);
}
