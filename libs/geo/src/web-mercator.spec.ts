import { fromMercator, mercatorSideMetres, toMercator } from './web-mercator.js';

describe('toMercator', () => {
  it('puts longitude 0 latitude 0 in the middle', () => {
    expect(toMercator(0, 0)).toEqual({ x: 0.5, y: 0.5 });
  });

  it('puts Sheffield where PostGIS does', () => {
    // SELECT ST_X(g) / 40075016.68557849 + .5, .5 - ST_Y(g) / 40075016.68557849
    // FROM ST_Transform(ST_SetSRID(ST_Point(-1.470083, 53.380419), 4326), 3857) g
    const { x, y } = toMercator(-1.470083, 53.380419);

    expect(x).toBeCloseTo(0.49591643611111114, 12);
    expect(y).toBeCloseTo(0.3239881581821291, 12);
  });

  it('takes the poles as the edges of the square', () => {
    expect(toMercator(-180, 90)).toEqual(toMercator(-180, 85.05112878));
    expect(toMercator(-180, 90).y).toBeCloseTo(0, 9);
    expect(toMercator(180, -90).x).toBe(1);
    expect(toMercator(180, -90).y).toBeCloseTo(1, 9);
  });
});

describe('fromMercator', () => {
  it('leads back', () => {
    const { x, y } = toMercator(-1.470083, 53.380419);

    const { longitude, latitude } = fromMercator(x, y);

    expect(longitude).toBeCloseTo(-1.470083, 12);
    expect(latitude).toBeCloseTo(53.380419, 12);
  });
});

it('measures a side on the ground', () => {
  // 156,543.03 m per pixel of 256 at zoom 0 on the equator (wiki.openstreetmap.org/wiki/Zoom_levels)
  expect(mercatorSideMetres(1 / 256, 0.5)).toBeCloseTo(156_543.03, 2);
  expect(mercatorSideMetres(1 / 256, toMercator(0, 60).y)).toBeCloseTo(156_543.03 / 2, 2);
});
