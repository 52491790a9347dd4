import { planeProjectionFor } from './plane-projection.js';

const around = (longitude: number, latitude: number, reach: number) => ({
  west: longitude - reach,
  east: longitude + reach,
  south: latitude - reach,
  north: latitude + reach,
});

it('measures Sheffield on the British National Grid', () => {
  const { crs, toPlane, scaleError } = planeProjectionFor(around(-1.47, 53.38, 0.5));

  expect(crs).toBe('EPSG:27700');
  expect(scaleError).toBeCloseTo(0.0004, 6);
  expect(toPlane(-1.47, 53.38).easting).toBeGreaterThan(400_000);
});

it('measures Berlin in UTM zone 33 north, true to 0.1 %', () => {
  const { crs, scaleError } = planeProjectionFor(around(13.4, 52.5, 0.5));

  expect(crs).toBe('EPSG:32633');
  expect(scaleError).toBeLessThan(0.001);
});

it('takes a country that is two zones wide to the zone of its middle, and says how wrong lengths get', () => {
  // PostGIS: a short east-west line at 6° E, 47.3° N is 1.00529 times as long in EPSG:32633 as on the
  // ellipsoid (ST_Distance of the transformed points by that of their geographies)
  const { crs, scaleError } = planeProjectionFor({ west: 6, south: 47.3, east: 20, north: 55 });

  expect(crs).toBe('EPSG:32633');
  expect(scaleError).toBeCloseTo(0.0053, 4);
});

it('refuses places that are too far apart for one plane', () => {
  expect(() => planeProjectionFor({ west: -10, south: 40, east: 30, north: 60 })).toThrow(
    'Places from longitude -10 to 30 are too far apart to be measured on one plane',
  );
});
