import { fromNationalGrid, hexagonAt, hexagonCentre, toNationalGrid } from '@cluster-atlas/geo';
import type { Polygon } from 'geojson';
import type { NewArea } from '../areas/write-areas.js';
import type { DemoBusiness } from './generate-demo.js';

/** The layer's name says it: no real boundary looks like this. */
export const DEMO_LAYER = 'synthetic-districts';
/** Between parallel sides, metres. */
const WIDTH = 5_000;

/** Regular hexagons in metres, EPSG:27700, wherever the demo has businesses; numbered from the south-west. */
export function demoAreas(businesses: readonly DemoBusiness[]): NewArea[] {
  const keys = new Set<number>();
  for (const { locations } of businesses) {
    for (const { longitude, latitude } of locations) {
      const { easting, northing } = toNationalGrid(longitude, latitude);
      keys.add(hexagonAt(WIDTH, easting, northing));
    }
  }
  return [...keys]
    .sort((a, b) => a - b) // by row, then column
    .map((key, i) => {
      const number = String(i + 1).padStart(2, '0');
      return {
        code: `DEMO${number}`,
        name: `Synthetic district ${number}`,
        boundary: hexagon(key),
      };
    });
}

function hexagon(key: number): Polygon {
  const { x, y } = hexagonCentre(WIDTH, key);
  const radius = WIDTH / Math.sqrt(3);
  const corners = Array.from({ length: 6 }, (_, i) => {
    const angle = Math.PI / 6 + (i * Math.PI) / 3; // it stands on a corner
    return degrees(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] };
}

/** Seven decimals are a centimetre: the same corner for each of its neighbours. */
function degrees(easting: number, northing: number): [number, number] {
  const { longitude, latitude } = fromNationalGrid(easting, northing);
  return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
}
