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
  let nearest: HubOnGrid | null = null;
  let least = Infinity;
  for (const hub of hubs) {
    const metres = Math.hypot(easting - hub.easting, northing - hub.northing);
    if (metres >= least) continue;
    nearest = hub;
    least = metres;
  }
  if (!nearest) return null;
  const kilometres = (least / 1000).toFixed(1);
  if (kilometres === '0.0') return `at ${nearest.name}`;
  const angle = Math.atan2(easting - nearest.easting, northing - nearest.northing);
  const eighth = Math.round(angle / (Math.PI / 4));
  return `${kilometres} km ${DIRECTIONS[(eighth + DIRECTIONS.length) % DIRECTIONS.length]!} of ${nearest.name}`;
}
