import { HubRankingQuery, OfficeCellQuery } from '@cluster-atlas/contract';
import type { PointStore } from '@cluster-atlas/points';
import { resolveSelection } from '../analyses/selection.js';
import { importBusinesses } from '../imports/import-businesses.js';
import { importHubs } from '../imports/import-hubs.js';
import { importPostcodes } from '../imports/import-postcodes.js';
import { TestFiles } from '../imports/test-files.js';
import { loadPoints } from '../points/load-points.js';
import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';
import { describeCoverage } from './describe-coverage.js';
import { describeOffices } from './describe-offices.js';
import { addressCsv, listAddresses } from './list-addresses.js';
import { listOfficeCells, officeCellCsv } from './list-office-cells.js';
import { rankHubs } from './rank-hubs.js';
import { readSourceEditions } from './source-editions.js';

// A is 100 m from the hub Near, B, C and D 600 m; from Far, 1,000 m north of it, they are 900 m and 400 m
const REGISTER = `CompanyName,CompanyNumber,SICCode.SicText_1,IncorporationDate,RegAddress.AddressLine1,RegAddress.PostCode,Easting,Northing
A,00000001,62012 - Software,01/01/2000,"1 High Street, Townham",M50 2HE,380000,397100
B,00000002,62012 - Software,01/01/2000,2 Low Street,M50 2HE,380000,397600
C,00000003,62012 - Software,01/01/2000,=2 Low Street,,380000,397600
D,00000004,10710 - Bread,01/01/2000,2 Low Street,,380000,397600
E,00000005,,01/01/2000,3 High Street,M50 2HX,,
F,00000006,62012 - Software,01/01/2000,4 High Street,ZZ9 9ZZ,,
G,00000007,62012 - Software,01/01/2000,"5 Broadway, New York",94107,,
H,00000008,62012 - Software,01/01/2000,A house without a number,,,
I,00000009,62012 - Software,01/01/2000,,,,
`;

describe.each(TEST_ENGINES)('how far figures can be trusted, on %s', (engine) => {
  let test: TestDatabase;
  let store: PointStore;

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    const { database } = test;
    const files = new TestFiles();
    await importPostcodes(
      database,
      files.input('postcodes.csv', 'Postcode,lat,long\nM50 2HX,53.4,-2.3\n'),
    );
    await importBusinesses(database, files.input('register-2024-11-01.csv', REGISTER));
    await importHubs(
      database,
      files.input(
        'hubs.csv',
        'name,kind,easting,northing\nNear,media,380000,397000\nFar,media,380000,398000\n',
      ),
    );
    files.remove();
    // no import matches businesses across sources yet, nor states two kinds of location
    await database.query(
      `INSERT INTO source (slug, name, licence, attribution) VALUES ('members', 'Members', '', '');
       INSERT INTO source_record (source_id, external_id, business_id, content_hash, first_seen_on, last_seen_on)
       SELECT (SELECT id FROM source WHERE slug = 'members'), name, id, gen_random_uuid(), '2025-01-01', '2025-06-01'
       FROM business WHERE name IN ('A', 'B', 'C');
       INSERT INTO business_location (business_id, kind, source_id, easting, northing, position, precision)
       SELECT business.id, 'trading', 1, 380300, 397500, ST_SetSRID(ST_MakePoint(-2.298, 53.474), 4326), 'given'
       FROM business WHERE name = 'A'`,
    );
    store = await loadPoints(database);
  }, 120_000);

  afterAll(() => test.drop());

  async function ask(parameters: Record<string, string> = {}) {
    const query = HubRankingQuery.parse({ location: 'registered', ...parameters });
    return { query, selection: await resolveSelection(test.database, query) };
  }

  async function coverage(parameters: Record<string, string> = {}) {
    return describeCoverage(store, await readSourceEditions(test.database), await ask(parameters));
  }

  it('counts who is on the map, and of the others why not', async () => {
    const { withoutLocation, ...rest } = await coverage();

    expect(rest).toMatchObject({ businesses: 9, onMap: 5, massAddress: 0 });
    expect(withoutLocation.total).toBe(4);
    expect(withoutLocation.reasons).toEqual([
      { reason: 'noAddress', businesses: 1 },
      { reason: 'noPostcode', businesses: 1 },
      { reason: 'unreadablePostcode', businesses: 1 },
      { reason: 'unknownPostcode', businesses: 1 },
      { reason: 'otherPlace', businesses: 0 },
    ]);
    expect(rest.precisions.map(({ businesses }) => businesses)).toEqual([4, 1, 0, 0]);
    expect(rest.withSector).toEqual({ businesses: 8, share: 8 / 9 });
    expect(rest.withSize).toEqual({ businesses: 0, share: 0 });
  });

  it('estimates by two sources how many there are, where they share any', async () => {
    const { sources, overlaps } = await coverage();

    expect(sources.map(({ slug, share }) => [slug, share])).toEqual([
      ['companies-house', 1],
      ['members', 3 / 9],
    ]);
    expect(sources[1]).toMatchObject({ firstEdition: '2025-01-01', newestEdition: '2025-06-01' });
    // 10 · 4 / 4 − 1: the register holds all the members
    expect(overlaps).toEqual([
      {
        sources: ['companies-house', 'members'],
        ...{ first: 9, second: 3, both: 3 },
        total: { lincolnPetersen: 9, chapman: 9, low: 9, high: 9 },
      },
    ]);
    expect((await coverage({ sectors: '10' })).overlaps).toEqual([]); // the baker is no member
  });

  it('warns of dates before the first edition, and has null shares of nobody', async () => {
    const before = await coverage({ date: '1990-01-01' });

    expect(before.closedKnownSince).toBe('2024-11-01');
    expect(before.warnings).toEqual([
      'Survivors only: the date is before the first loaded edition (2024-11-01), which holds no business that had closed by then.',
    ]);
    expect(before).toMatchObject({ businesses: 0, withSector: { share: null } });
  });

  it('lists the addresses that most share, in a file that no spreadsheet runs', async () => {
    const sources = { database: test.database, store };
    const { items } = await listAddresses(sources, await ask({ sectors: '62' }), 2);

    expect(items).toMatchObject([
      { postcode: 'M50 2HE', businesses: 2, registrations: 2, isMassAddress: false },
      { postcode: null, address: '=2 Low Street', businesses: 1, registrations: null },
    ]);
    const [, first, second] = addressCsv({ items }).split('\n');
    expect(first).toMatch(/^M50 2HE,"1 High Street, Townham",2,2,false,false,380000,397100,-2\.3/);
    expect(second).toMatch(/^,'=2 Low Street,1,,false,false,380000,397600,/);
  });

  it('finds the hubs that change places with the radius', async () => {
    const sources = { database: test.database, store };
    const { hubs, reversals, ...rest } = await rankHubs(
      sources,
      await ask({ radii: '500,250,700' }),
    );

    expect(hubs.map(({ name, counts, ranks }) => [name, counts, ranks])).toEqual([
      ['Near', [1, 1, 4], [1, 2, 1]],
      ['Far', [0, 3, 3], [2, 1, 2]],
    ]);
    expect(hubs[0]!.densities[0]).toBeCloseTo(1 / (Math.PI * 0.0625), 12);
    expect(reversals).toEqual([{ ahead: 'near', behind: 'far', from: 250, to: 500 }]);
    expect(rest).toMatchObject({ radii: [250, 500, 700], allHubs: 2, compared: 1 });
  });

  it('measures how far they trade from where they are registered', async () => {
    const offices = await describeOffices(store, await ask());

    // A trades 300 m east and 400 m north of where it is registered
    expect(offices).toMatchObject({ both: 1, apart: 1, share: 1, onlyRegistered: 4 });
    expect(offices.percentiles).toContainEqual({ share: 0.5, metres: 500 });
    expect(offices.bands.filter(({ businesses }) => businesses > 0)).toEqual([
      { from: 250, to: 1000, businesses: 1 },
    ]);
    const none = await describeOffices(store, await ask({ sectors: '10' }));
    expect(none).toMatchObject({ both: 0, share: null });
    expect(none.percentiles).toContainEqual({ share: 0.5, metres: null });
  });

  it('lists the cells of the map that differ, by place and as a file', async () => {
    const sources = { database: test.database, store };
    const cells = async (parameters: Record<string, string> = {}) => {
      const query = OfficeCellQuery.parse({ limit: '1', ...parameters });
      return listOfficeCells(sources, { ...(await ask()), query });
    };
    const either = await cells({ limit: '5' });

    // both differ by one: the northern one, where A trades, is first
    expect(either).toMatchObject({ moreRegistered: 1, moreTrading: 1 });
    expect(either.items).toMatchObject([
      { area: null, registered: 0, trading: 1, difference: -1 },
      { area: null, registered: 1, trading: 0, difference: 1 },
    ]);
    const [trades, registered] = either.items;
    // 360 degrees / 131,072 cells; no middle is further from a place than half a diagonal
    expect(Math.abs(trades!.longitude + 2.298)).toBeLessThan(360 / 131_072 / 2);
    expect(Math.hypot(trades!.easting - 380_300, trades!.northing - 397_500)).toBeLessThan(130);
    // 40,075,017 m / 131,072 · cos 53.47°
    expect(trades!.sideMetres).toBeCloseTo(182, 0);
    expect(trades!.differencePerKm2).toBeCloseTo(-1 / 0.182 ** 2, 0);
    expect(registered!.beside).toMatch(/^(at|0\.\d km [a-z-]+ of) Near$/);

    expect((await cells({ more: 'registered' })).items).toEqual([registered]);
    expect((await cells()).items).toEqual([trades]);
    expect(await cells({ bbox: '1,51,2,52' })).toMatchObject({ items: [], moreTrading: 0 });
    const [header, first, ...others] = officeCellCsv(either).split('\n');
    expect(header).toMatch(/^area,beside,registered,trading,difference,difference_per_km2,/);
    expect(first).toMatch(/^,0\.\d km [a-z-]+ of (Near|Far),0,1,-1,-30\.\d+,18\d\./);
    expect(others).toHaveLength(2); // the other cell, and nothing after the last line end
  });
});
