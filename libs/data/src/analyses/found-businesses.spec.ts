import { HubDensityQuery } from '@cluster-atlas/contract';
import { importBusinesses } from '../imports/import-businesses.js';
import { importHubs } from '../imports/import-hubs.js';
import { loadPoints } from '../points/load-points.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { analyseHub } from './hub-density.js';
import { search } from './search.js';

describe.each(TEST_ENGINES)('businesses found on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  const load = (name: string, text: string, locationKind: 'registered' | 'trading' = 'trading') =>
    importBusinesses(test.database, { ...files.input(name, text), locationKind });

  const namesOf = async (text: string) =>
    (await search(test.database, text)).businesses.map(({ name }) => name);

  it('finds the name that equals the text, and the shortest that begin with it, among a thousand others', async () => {
    const others = Array.from({ length: 1_200 }, (_, i) => `The ${i} Steel Works at Leeds,${i}\n`);
    const wanted = 'steel works,a\nSTEEL WORKS LTD,b\nSteel Worksop Limited,c\n100%_Steel,d\n';
    await load('list-2024-11-01.csv', `name,number\n${others.join('')}${wanted}`);

    expect((await namesOf('Steel   Works')).slice(0, 3)).toEqual([
      'steel works',
      'STEEL WORKS LTD',
      'Steel Worksop Limited',
    ]);
    expect(await namesOf('steel worksop')).toEqual(['Steel Worksop Limited']);
    expect((await namesOf('100%_st'))[0]).toBe('100%_Steel');
    expect((await namesOf('works leeds')).length).toBe(10);
  });

  it('tells the postcode of the place that was measured, today and at a date before', async () => {
    await importHubs(
      test.database,
      files.input('hubs.csv', 'id,name,easting,northing\nhub,Hub,380000,397000\n'),
    );
    const list = (postcode: string, easting: number) =>
      `name,number,postcode,easting,northing\nMover,1,${postcode},${easting},397000\n`;
    await load('firms-2020-01-01.csv', list('M50 2ST', 380_100));
    await load('firms-2024-01-01.csv', list('EC1A 1BB', 381_000));
    await test.database.query(
      `INSERT INTO business_location (id, business_id, kind, source_id, postcode)
       SELECT -1, business_id, 'registered', source_id, 'W1A 1AA' FROM business_location LIMIT 1`,
    );
    const store = await loadPoints(test.database);
    const nearest = async (date: string) => {
      const query = HubDensityQuery.parse({ date, radii: '2000' });
      return (await analyseHub(test.database, store, { place: 'hub', query })).nearest;
    };

    expect(await nearest('2022-01-01')).toMatchObject([
      { distance: expect.closeTo(100, 5) as number, postcode: 'M50 2ST' },
    ]);
    expect(await nearest('2025-01-01')).toMatchObject([
      { distance: expect.closeTo(1000, 5) as number, postcode: 'EC1A 1BB' },
    ]);
  });
});
