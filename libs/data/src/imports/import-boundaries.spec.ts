import { areaPredicate } from '../areas/area-predicate.js';
import { NotFound } from '../not-found.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { findProperties } from './area-features.js';
import { importBoundaries, type BoundaryImportOptions } from './import-boundaries.js';

/** A square of 0.02 by 0.01 degrees; Sheffield's centre is in its middle. */
const SQUARE = [
  [-1.48, 53.375],
  [-1.46, 53.375],
  [-1.46, 53.385],
  [-1.48, 53.385],
  [-1.48, 53.375],
];
const BOW_TIE = [
  [-1.48, 53.375],
  [-1.46, 53.385],
  [-1.46, 53.375],
  [-1.48, 53.385],
  [-1.48, 53.375],
];
const LINE = [
  [-1.48, 53.375],
  [-1.46, 53.375],
  [-1.48, 53.375],
  [-1.48, 53.375],
];

function feature(code: string | null, coordinates: number[][], type = 'Polygon') {
  return {
    type: 'Feature',
    properties: { LAD24CD: code, LAD24NM: `The area ${code}`, BNG_E: 1 },
    geometry: { type, coordinates: type === 'Polygon' ? [coordinates] : coordinates[0] },
  };
}

describe.each(TEST_ENGINES)('importBoundaries on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  const load = (document: object, options: Partial<BoundaryImportOptions> = {}) =>
    importBoundaries(test.database, {
      ...files.input('areas.geojson', JSON.stringify(document)),
      layer: 'lad24',
      ...options,
    });

  const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

  it('guesses code and name, repairs what crosses itself, and explains every rejected feature', async () => {
    const report = await load(
      collection(
        feature('E1', SQUARE),
        feature('E2', BOW_TIE),
        feature('E3', LINE),
        feature('E4', SQUARE, 'Point'),
        feature(
          'E5',
          SQUARE.map(() => [435253, 387257]),
        ),
        feature('E1', SQUARE),
        feature(null, SQUARE),
      ),
    );

    expect(report).toMatchObject({
      rows: 7,
      mapping: { code: 'LAD24CD', name: 'LAD24NM' },
      unmapped: ['BNG_E'],
      imported: 2,
      repaired: 1,
      rejected: 5,
    });
    expect(report.rejects.map(({ row, reason }) => [row, reason]).sort()).toEqual([
      [3, 'the boundary of E3 has no area'],
      [4, 'the feature is a Point, not a polygon'],
      [
        5,
        expect.stringMatching(
          /^the corner 435253, 387257 is not a longitude and latitude: reproject/,
        ),
      ],
      [6, 'E1 is in this import already'],
      [7, 'the code is missing'],
    ]);
    const areas = await test.database.query<unknown[]>(
      `SELECT layer, code, name, ST_IsValid(boundary) AS valid, ST_NumGeometries(boundary) AS parts FROM area ORDER BY code`,
    );
    expect(areas).toEqual([
      { layer: 'lad24', code: 'E1', name: 'The area E1', valid: true, parts: 1 },
      { layer: 'lad24', code: 'E2', name: 'The area E2', valid: true, parts: 2 },
    ]);
  });

  it('updates an area that changed, and nothing else', async () => {
    await load(collection(feature('E1', SQUARE), feature('E2', BOW_TIE)));

    const again = await load(collection(feature('E1', SQUARE), feature('E2', BOW_TIE)));
    const other = await load(collection(feature('E1', BOW_TIE)));

    expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: 2 });
    expect(other).toMatchObject({ imported: 0, updated: 1, unchanged: 0 });
  });

  it('reads the object of a topology that it is told', async () => {
    const polygon = (code: string) => ({
      type: 'Polygon',
      arcs: [[0]],
      properties: { AREACD: code, AREANM: code },
    });
    const layer = (code: string) => ({ type: 'GeometryCollection', geometries: [polygon(code)] });
    const topology = {
      type: 'Topology',
      arcs: [SQUARE],
      objects: { LTLA: layer('E1'), RGN: layer('E12') },
    };

    await expect(load(topology)).rejects.toThrow(
      'areas.geojson holds several objects: choose one with --object (LTLA, RGN)',
    );
    await expect(load(topology, { object: 'MSOA' })).rejects.toThrow('has no object “MSOA”');
    expect(await load(topology, { object: 'RGN' })).toMatchObject({
      imported: 1,
      mapping: { code: 'AREACD' },
    });
  });

  it('answers which places lie in an area, of two layers in the newer one', async () => {
    await load(collection(feature('E1', BOW_TIE)), { layer: 'lad23' });
    await load(collection(feature('E1', SQUARE)));

    const area = await areaPredicate(test.database, 'E1');

    expect(area).toMatchObject({ name: 'The area E1', layer: 'lad24', otherLayers: ['lad23'] });
    // PostGIS: ST_Transform('SRID=4326;POINT(-1.47 53.376)', 27700)
    expect(area.contains(435357.0, 386702.3)).toBe(true);
    expect(area.contains(435357.0, 386502.3)).toBe(false);
    await expect(areaPredicate(test.database, 'E9')).rejects.toThrow(NotFound);
  });
});

it.each([
  [['AREACD', 'AREANM'], 'AREACD', 'AREANM'],
  [['ltla24_name', 'ltla24_code'], 'ltla24_code', 'ltla24_name'],
  [['FID', 'ITL321CD', 'ITL321NM', 'BNG_E'], 'ITL321CD', 'ITL321NM'],
  [['area_code', 'area_name', 'area_units'], 'area_code', 'area_name'],
  [['area_name', 'lon'], 'area_name', 'area_name'],
])('finds code and name in %j', (properties, code, name) => {
  const given = { file: 'a.geojson', code: undefined, name: undefined };

  expect(findProperties(properties, given)).toEqual({ code, name });
});
