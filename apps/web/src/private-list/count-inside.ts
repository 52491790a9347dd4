import { pointInPolygon } from '@cluster-atlas/geo';
import type { PlacedBusiness } from './listed-business.js';

/** Polygons with their holes, longitude and latitude of each corner. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[];

/** By the rule that the server's areas go by: of two neighbours exactly one holds a place on their border. */
export function insideOf(polygons: Polygons): (business: PlacedBusiness) => boolean {
  const rings = polygons.flat().map((ring) => Float64Array.from(ring.flat()));
  const isInside = pointInPolygon(rings);
  return ({ place: { longitude, latitude } }) => isInside(longitude, latitude);
}

/** @param centre and radius in metres, EPSG:27700; the rim is inside */
export function withinOf(
  centre: { easting: number; northing: number },
  radius: number,
): (business: PlacedBusiness) => boolean {
  return ({ place }) => {
    const [east, north] = [place.easting - centre.easting, place.northing - centre.northing];
    return east * east + north * north <= radius * radius;
  };
}
