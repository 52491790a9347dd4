import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
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
});
