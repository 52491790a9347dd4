import { lastChange, readChanges } from '../changes/read-changes.js';
import { loadPoints, reloadPoints } from '../points/load-points.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { importBusinesses } from './import-businesses.js';
import { importHubs } from './import-hubs.js';
import { importPostcodes } from './import-postcodes.js';

describe.each(TEST_ENGINES)('importHubs on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  const options = (text: string) => files.input('list.csv', text);
  const hubs = () =>
    test.database.query<unknown[]>(
      `SELECT slug, name, kind, round(ST_X(position)::numeric, 4)::float AS longitude FROM hub ORDER BY slug`,
    );

  it('places hubs by degrees, by the grid or by their postcode', async () => {
    await importPostcodes(test.database, options('Postcode,lat,long\nM50 2ST,53.4729,-2.2997\n'));

    const report = await importHubs(
      test.database,
      options(
        'id,name,kind,lat,lon,easting,northing,postcode\n' +
          'mediacityuk,MediaCityUK,media,,,,,M50 2ST\n' +
          ',Sheffield Digital Campus,,53.3804,-1.4628,,,\n' +
          'grid,On the grid,incubator,,,435253,387258,\n' +
          'lost,Nowhere,,,,,,ZZ1 1ZZ\n' +
          'far,New York,,40.7,-74,,,\n',
      ),
    );

    expect(report).toMatchObject({ rows: 5, imported: 3, rejected: 2 });
    expect(report.rejects.map(({ reason }) => reason)).toEqual([
      'Nowhere has no position, and its postcode is not known',
      'longitude -74, latitude 40.7 is outside Great Britain',
    ]);
    expect(await hubs()).toEqual([
      { slug: 'grid', name: 'On the grid', kind: 'incubator', longitude: -1.4715 },
      { slug: 'mediacityuk', name: 'MediaCityUK', kind: 'media', longitude: -2.2997 },
      {
        slug: 'sheffield-digital-campus',
        name: 'Sheffield Digital Campus',
        kind: 'hub',
        longitude: -1.4628,
      },
    ]);
  });

  it('updates a hub that changed, and nothing else', async () => {
    const text = 'id,name,lat,lon\na,A,53.38,-1.46\nb,B,53.39,-1.46\n';
    await importHubs(test.database, options(text));

    const again = await importHubs(test.database, options(text));
    const moved = await importHubs(test.database, options(text.replace('53.39', '53.40')));

    expect(again).toMatchObject({ imported: 0, updated: 0, unchanged: 2 });
    expect(moved).toMatchObject({ imported: 0, updated: 1, unchanged: 1 });
  });

  /** A square of about 1 km round a place in Salford, and one of about 44 km. */
  const SQUARE = '-2.31 53.47, -2.29 53.47, -2.29 53.48, -2.31 53.48, -2.31 53.47';
  const COUNTY = '-2.6 53.2, -2.0 53.2, -2.0 53.6, -2.6 53.6, -2.6 53.2';

  it('takes boundaries as WKT, as GeoJSON, and none that is no hub’s', async () => {
    const corners = SQUARE.split(', ').map((corner) => corner.split(' ').map(Number));
    const polygon = JSON.stringify({ type: 'Polygon', coordinates: [corners] });
    const quoted = polygon.replaceAll('"', '""');

    const report = await importHubs(
      test.database,
      options(
        'id,name,lat,lon,boundary\n' +
          `wkt,W,53.471,-2.301,"SRID=4326;MULTIPOLYGON Z (((${SQUARE.replaceAll(',', ' 0,')} 0)))"\n` +
          `json,J,,,"${quoted}"\n` +
          `county,C,,,"POLYGON((${COUNTY}))"\n` +
          'open,O,53.4,-2.3,"POLYGON((-2.3 53.4, -2.2 53.4, -2.2 53.5))"\n' +
          'metres,M,53.4,-2.3,"POLYGON((380000 390000, 381000 390000, 381000 391000, 380000 390000))"\n' +
          'sea,S,,,"POLYGON((2 48.8, 2.01 48.8, 2.01 48.81, 2 48.8))"\n' +
          'line,L,,,"POLYGON((-2.3 53.4, -2.2 53.4, -2.3 53.4, -2.3 53.4))"\n' +
          'none,N,53.4,-2.3,\n',
      ),
    );

    expect(report).toMatchObject({ imported: 3, rejected: 5 });
    expect(report.rejects.map(({ reason }) => reason)).toEqual([
      // 40 km by 44.5 km, by the lengths of degrees at 53.4 degrees north: 66.5 km and 111.3 km
      expect.stringMatching(
        /^the boundary of C covers 17[78]\d km²: that of a hub covers 25 at most$/,
      ),
      '“POLYGON((-2.3 53.4, -2.2 53.4, -2.2 53.5” is no polygon as WKT or GeoJSON: rings of four corners or more, the last as the first',
      expect.stringContaining('the corner 380000, 390000 is not a longitude and latitude'),
      'the boundary of S is outside Great Britain',
      'the boundary of L has no area',
    ]);
    const rows = await test.database.query<unknown[]>(
      `SELECT slug, ST_NPoints(boundary) AS corners, ST_Within(position, boundary) AS inside,
              round(ST_Y(position)::numeric, 3)::float AS latitude FROM hub ORDER BY slug`,
    );
    expect(rows).toEqual([
      { slug: 'json', corners: 5, inside: true, latitude: 53.475 },
      { slug: 'none', corners: null, inside: null, latitude: 53.4 },
      { slug: 'wkt', corners: 5, inside: true, latitude: 53.471 },
    ]);
  });

  it('takes GeoJSON polygons, and leaves a boundary that a later file has no column for', async () => {
    const corners = SQUARE.split(', ').map((corner) => corner.split(' ').map(Number));
    const properties = { id: 'park', name: 'Park', kind: 'science park' };
    const geometry = { type: 'Polygon', coordinates: [corners] };
    const features = [{ type: 'Feature', geometry, properties }];
    const text = JSON.stringify({ type: 'FeatureCollection', features });
    const boundaryCorners = () =>
      test.database.query<unknown[]>(`SELECT ST_NPoints(boundary) AS n FROM hub`);

    const first = await importHubs(test.database, options(text));
    const again = await importHubs(test.database, options(text));
    await importHubs(test.database, options('id,name,lat,lon\npark,The Park,53.472,-2.3\n'));
    const kept = await boundaryCorners();
    await importHubs(test.database, options('id,name,lat,lon,wkt\npark,The Park,53.472,-2.3,\n'));

    expect([first, again]).toMatchObject([{ imported: 1 }, { unchanged: 1 }]);
    expect(kept).toEqual([{ n: 5 }]);
    expect(await boundaryCorners()).toEqual([{ n: null }]);
  });

  it('exempts the addresses inside from being mass addresses, as soon as hub or address is there', async () => {
    const firms = (from: number, count: number, postcode: string) =>
      Array.from({ length: count }, (_, i) => `Firm ${from + i},F${from + i},${postcode}\n`).join(
        '',
      );
    const register = (rows: string) =>
      importBusinesses(test.database, {
        ...files.input('firms-2025-01-01.csv', `name,number,postcode\n${rows}`),
        locationKind: 'registered',
      });
    await importPostcodes(
      test.database,
      options(
        'Postcode,lat,long\nM50 2ST,53.4729,-2.2997\nM1 1AA,53.48,-2.24\nM50 2EQ,53.473,-2.298\n',
      ),
    );
    await register(firms(0, 501, 'M50 2ST') + firms(1000, 501, 'M1 1AA'));
    const store = await loadPoints(test.database);
    let read = await lastChange(test.database);
    const newest = async () =>
      (await test.database.query<{ id: string }[]>(`SELECT max(id) AS id FROM change`))[0]!.id;
    // transactions of other databases of the server hold changes back for a moment
    const follow = async () => {
      const last = await newest();
      while (read.id !== last) {
        for (const { kind, entityIds, ...position } of await readChanges(test.database, read)) {
          if (kind.startsWith('business.')) await reloadPoints(test.database, store, entityIds);
          read = position;
        }
      }
      return store.massAddresses().map(({ postcode }) => postcode);
    };
    const hub = (boundary: string) =>
      importHubs(
        test.database,
        options(`id,name,lat,lon,boundary\npark,Park,53.472,-2.3,"${boundary}"\n`),
      );

    const without = await follow();
    await hub(`POLYGON((${SQUARE}))`);
    const withHub = await follow();
    const told = await newest();
    await hub(`POLYGON((${SQUARE}))`);
    const toldAgain = await newest();
    await register(firms(2000, 501, 'M50 2EQ'));
    const withMore = await follow();
    const fresh = (await loadPoints(test.database)).massAddresses();
    await hub('');
    const unbound = await follow();

    expect(without).toEqual(['M1 1AA', 'M50 2ST']);
    expect(toldAgain).toBe(told);
    expect([withHub, withMore]).toEqual([['M1 1AA'], ['M1 1AA']]);
    expect(fresh).toEqual([{ postcode: 'M1 1AA', businesses: 501 }]);
    expect(unbound).toEqual(['M1 1AA', 'M50 2EQ', 'M50 2ST']);
  });
});
