import { within, type Polygons } from '../map/polygons.js';
import type { PlacedBusiness } from './listed-business.js';

export function insideOf(polygons: Polygons): (business: PlacedBusiness) => boolean {
  const isInside = within(polygons);
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
