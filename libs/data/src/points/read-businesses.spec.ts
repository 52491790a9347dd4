import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';
import { loadPoints, reloadPoints } from './load-points.js';
import { packed, readNumbers, readTexts, type Packed } from './read-packed.js';
import { readBusinesses } from './read-businesses.js';

describe.each(TEST_ENGINES)('reading businesses on %s', (engine) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    await test.database.query(`
      INSERT INTO source (slug, name, licence, attribution)
      VALUES ('register', 'R', '', ''), ('members', 'M', '', '');
      INSERT INTO business (id, public_id, name, status, started_on, ended_on, jobs_low, jobs_high) VALUES
        (1, 'one', 'One', 'Dissolved', '1969-12-31', '1970-01-02', 10, NULL),
        (2, 'two', 'Two', NULL, NULL, NULL, NULL, NULL),
        (7, 'three', 'Three', 'Actif à demi', NULL, NULL, 0, 9);
      INSERT INTO source_record (source_id, external_id, business_id, content_hash, first_seen_on, last_seen_on)
      VALUES
        (2, 'm7', 7, gen_random_uuid(), '1970-02-01', '2025-01-01'),
        (1, 'r7', 7, gen_random_uuid(), '1970-01-11', '2025-01-01'),
        (1, 'r7 again', 7, gen_random_uuid(), '1970-03-01', '2025-01-01');
      INSERT INTO business_sector (business_id, position, sector_id) VALUES (1, 2, 5), (1, 1, 9), (7, 1, 5);
      INSERT INTO business_location
        (business_id, kind, source_id, postcode, address, easting, northing, position, precision, valid_from, valid_to)
      VALUES
        (7, 'trading', 1, NULL, NULL, 380000.25, 397000, ST_SetSRID(ST_MakePoint(-2.5, 53.25), 4326), 'outcode', '1970-01-03', '1970-01-04'),
        (7, 'registered', 1, 'ZZ9 9ZZ', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (1, 'registered', 1, 'M50 2HE', NULL, 'NaN', 'NaN', ST_SetSRID(ST_MakePoint(-2.25, 53.5), 4326), 'given', NULL, NULL),
        (1, 'trading', 1, NULL, 'Somewhere', NULL, NULL, NULL, NULL, NULL, NULL),
        (1, 'activity', 1, NULL, 'Gone', NULL, NULL, NULL, NULL, NULL, '2000-01-01')`);
  }, 60_000);
  afterAll(() => test.drop());

  const read = async (ids: number[]) =>
    Array.from(
      await readBusinesses(test.database, {
        chosen: (column) => `${column} = ANY($1)`,
        parameters: [ids],
      }),
    );

  it('gives each its own sectors, sources and locations, by id', async () => {
    expect(await read([7, 1, 2])).toEqual([
      {
        ...{ id: 1, status: 'Dissolved', start: -1, end: 1, jobsLow: 10, jobsHigh: null },
        ...{ sectors: [9, 5], sources: [], unplaced: { trading: 'noPostcode' } },
        locations: [
          {
            ...{ kind: 'registered', precision: 'given', postcode: 'M50 2HE' },
            ...{ easting: NaN, northing: NaN, longitude: -2.25, latitude: 53.5 },
            ...{ start: null, end: null },
          },
        ],
      },
      {
        ...{ id: 2, status: null, start: null, end: null, jobsLow: null, jobsHigh: null },
        ...{ sectors: [], sources: [], unplaced: {}, locations: [] },
      },
      {
        ...{ id: 7, status: 'Actif à demi', start: 10, end: null, jobsLow: 0, jobsHigh: 9 },
        ...{ sectors: [5], sources: [1, 2], unplaced: { registered: 'unknownPostcode' } },
        locations: [
          {
            ...{ kind: 'trading', precision: 'outcode', postcode: null },
            ...{ easting: 380000.25, northing: 397000, longitude: -2.5, latitude: 53.25 },
            ...{ start: 2, end: 3 },
          },
        ],
      },
    ]);
  });

  it('leaves each where it was in the store when several are read again, and drops who has gone', async () => {
    const store = await loadPoints(test.database);
    const placesById = () => {
      const { ids, firstLocations } = store.columns.businesses;
      return new Map(Array.from(ids, (id, slot) => [id, [slot, firstLocations[slot]]]));
    };
    const before = placesById();

    await reloadPoints(test.database, store, [1, 2, 7, 999]);

    expect(placesById()).toEqual(before);
    await test.database.query(`
      DELETE FROM business WHERE id = 2;
      UPDATE business SET jobs_low = 11 WHERE id = 1;
      INSERT INTO business (id, public_id, name) VALUES (9, 'four', 'Four')`);
    await reloadPoints(test.database, store, [1, 2, 7, 9]);
    const { ids, jobsLow } = store.columns.businesses;
    expect([...ids].filter((id) => id > 0).sort()).toEqual([1, 7, 9]);
    expect(jobsLow[ids.indexOf(1)]).toBe(11);
  });

  it('finds nothing of businesses that are not there', async () => {
    expect(await read([3])).toEqual([]);
  });

  it('keeps the others where one is beyond what the store can hold', async () => {
    await test.database.query(
      `INSERT INTO business (id, public_id, name) VALUES (8, 'eight', 'Of all trades');
       INSERT INTO business_sector (business_id, position, sector_id)
       SELECT 8, n, 5 FROM generate_series(1, 256) AS n`,
    );
    const told: string[] = [];

    const store = await loadPoints(test.database, (warning) => void told.push(warning));
    await reloadPoints(test.database, store, [7, 8]);

    expect(store.businessCount).toBe(3);
    expect(told).toEqual([
      'Left out of maps and figures (1): 256 sectors of business 8, at most 255',
    ]);
  });

  it('refuses to read a column as what it is not', async () => {
    const [row] = await test.database.query<Record<'flag' | 'text', Packed>[]>(
      packed(['flag', 'text'], `SELECT true AS flag, 'a' AS text`),
    );
    expect(() => readNumbers(row!.flag)).toThrow(TypeError);
    expect(() => readTexts(row!.flag)).toThrow(TypeError);
    expect(() => readNumbers(row!.text)).toThrow(TypeError);
  });
});
