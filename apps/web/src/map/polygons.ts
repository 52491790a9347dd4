import { pointInPolygon } from '@cluster-atlas/geo';
import type { LatLngTuple } from 'leaflet';

/** Polygons with their holes, longitude and latitude of each corner. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** As Leaflet takes them. */
export function toLatLngs(polygons: Polygons): LatLngTuple[][][] {
  return polygons.map((polygon) =>
    polygon.map((ring) => ring.map(([longitude, latitude]): LatLngTuple => [latitude, longitude])),
  );
}

/** By the rule that the server's areas go by: of two neighbours exactly one holds a place on their border. */
export function within(polygons: Polygons): (longitude: number, latitude: number) => boolean {
  return pointInPolygon(polygons.flat().map((ring) => Float64Array.from(ring.flat())));
}
