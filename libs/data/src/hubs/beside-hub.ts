import type { HubOnGrid } from './list-hubs-on-grid.js';

const DIRECTIONS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
];

/** `1.4 km west of MediaCityUK`, the nearest one, or `at MediaCityUK`; null without hubs. */
export function besideHub(
  hubs: readonly HubOnGrid[],
  { easting, northing }: { easting: number; northing: number },
): string | null {
  const [nearest] = hubs
    .map((hub) => ({ name: hub.name, dx: easting - hub.easting, dy: northing - hub.northing }))
    .sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
  if (!nearest) return null;
  const { name, dx, dy } = nearest;
  const eighth = Math.round(Math.atan2(dx, dy) / (Math.PI / 4));
  const kilometres = (Math.hypot(dx, dy) / 1000).toFixed(1);
  if (kilometres === '0.0') return `at ${name}`;
  return `${kilometres} km ${DIRECTIONS[(eighth + DIRECTIONS.length) % DIRECTIONS.length]!} of ${name}`;
}
