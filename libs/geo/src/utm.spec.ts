import { utmProjection, utmZoneAt } from './utm.js';

// PostGIS 3.3: SELECT ST_AsText(ST_Transform(ST_SetSRID(ST_MakePoint(13.3777, 52.5163), 4326), 32633))
it.each([
  ['Berlin', 13.3777, 52.5163, 32633, 389917.83263665, 5819701.91906485],
  [
    'Bergen, in the wider zone of Norway',
    5.3221,
    60.3913,
    32632,
    297353.93272915,
    6700648.34523173,
  ],
  ['Longyearbyen on Svalbard', 15.6356, 78.2232, 32633, 514481.48489043, 8683357.65618108],
  ['Sydney, south of the equator', 151.2153, -33.8568, 32756, 334900.56965227, 6252288.75288829],
  ['Quito', -78.4678, -0.1807, 32717, 781861.45745595, 9980007.56688849],
])('projects %s as PostGIS does, and back', (_, longitude, latitude, epsg, easting, northing) => {
  const zone = utmZoneAt(longitude, latitude);
  const { toPlane, fromPlane } = utmProjection(zone);

  const plane = toPlane(longitude, latitude);

  expect(zone.epsg).toBe(epsg);
  expect(Math.abs(plane.easting - easting)).toBeLessThan(1e-6);
  expect(Math.abs(plane.northing - northing)).toBeLessThan(1e-6);
  const back = fromPlane(plane.easting, plane.northing);
  expect(back.longitude).toBeCloseTo(longitude, 11);
  expect(back.latitude).toBeCloseTo(latitude, 11);
});

it.each([
  [-180, 0, 1],
  [179.9, 0, 60],
  [180, 0, 1],
  [6, 50, 32],
  [5.9, 50, 31],
  [8.9, 72, 31],
  [9, 72, 33],
  [21, 75, 35],
  [41.9, 84, 37],
])('puts longitude %d, latitude %d into zone %i', (longitude, latitude, number) => {
  expect(utmZoneAt(longitude, latitude).number).toBe(number);
});

it.each([
  [0, 84.1],
  [0, -80.1],
  [181, 0],
  [NaN, 0],
])('has no zone at longitude %d, latitude %d', (longitude, latitude) => {
  expect(() => utmZoneAt(longitude, latitude)).toThrow(RangeError);
});
