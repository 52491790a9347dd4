import { AIRY_1830 } from './ellipsoid.js';
import { TransverseMercator } from './transverse-mercator.js';

const RADIANS = Math.PI / 180;
const NATIONAL_GRID = new TransverseMercator({
  ellipsoid: AIRY_1830,
  centralMeridian: -2 * RADIANS,
  originLatitude: 49 * RADIANS,
  scale: 0.9996012717,
  falseEasting: 400_000,
  falseNorthing: -100_000,
});
// Ordnance Survey, A guide to coordinate systems in Great Britain, annex C: Caister water tower
const CAISTER = {
  longitude: (1 + 43 / 60 + 4.5177 / 3600) * RADIANS,
  latitude: (52 + 39 / 60 + 27.2531 / 3600) * RADIANS,
};

it("projects Caister water tower as in Ordnance Survey's worked example", () => {
  const plane = { easting: 0, northing: 0 };

  NATIONAL_GRID.project(CAISTER, plane);

  expect(plane.easting).toBeCloseTo(651409.903, 3);
  expect(plane.northing).toBeCloseTo(313177.27, 3);
});

it('puts the true origin, 2° W 49° N, at easting 400 km and northing -100 km', () => {
  const plane = { easting: 0, northing: 0 };

  NATIONAL_GRID.project({ longitude: -2 * RADIANS, latitude: 49 * RADIANS }, plane);

  expect(plane.easting).toBeCloseTo(400_000, 6);
  expect(plane.northing).toBeCloseTo(-100_000, 6);
});

it('finds the way back to a ten-billionth of a degree', () => {
  const plane = { easting: 0, northing: 0 };
  const airy = { longitude: 0, latitude: 0 };

  NATIONAL_GRID.project(CAISTER, plane);
  NATIONAL_GRID.unproject(plane, airy);

  expect(airy.longitude / RADIANS).toBeCloseTo(CAISTER.longitude / RADIANS, 10);
  expect(airy.latitude / RADIANS).toBeCloseTo(CAISTER.latitude / RADIANS, 10);
});
