import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';
import { importBusinesses, type BusinessImportOptions } from './import-businesses.js';
import { TestFiles } from './test-files.js';

const REGISTER = `CompanyName,CompanyNumber,CompanyStatus,SICCode.SicText_1,Easting,Northing
STEEL LTD,00000001,Active,25500 - Forging,435000,387000
`;
const LIST = `Firm,Company Number,Status,SIC,Employees,Easting,Northing
Steel & Sons,1,Member,62012,12,436000,388000
A baker,n/a,Member,10710,3,437000,389000
A smith,n/a,Member,25500,1,437000,389500
`;

describe.each(TEST_ENGINES)('a list beside the register of companies, on %s', (engine) => {
  let test: TestDatabase;
  let files: TestFiles;

  beforeAll(async () => {
    test = await createTestDatabase(engine);
    files = new TestFiles();
  }, 120_000);

  beforeEach(() => test.clear());

  afterAll(async () => {
    files.remove();
    await test.drop();
  });

  const loadRegister = (name = 'register-2024-11-01.csv') =>
    importBusinesses(test.database, files.input(name, REGISTER));
  const loadList = (text: string, date: string, options: Partial<BusinessImportOptions> = {}) =>
    importBusinesses(test.database, {
      ...files.input(`members-${date}.csv`, text),
      sourceName: 'Members',
      ...options,
    });
  const businesses = () =>
    test.database.query<Record<string, unknown>[]>(
      `SELECT name, status, jobs_low AS jobs, ended_on::text AS ended,
              (SELECT array_agg(code ORDER BY position) FROM business_sector
               JOIN sector ON sector.id = sector_id WHERE business_id = business.id) AS codes,
              (SELECT array_agg(kind || ' ' || easting || ' ' || coalesce(valid_from::text, '') || '–'
                                || coalesce(valid_to::text, '') ORDER BY business_location.id)
               FROM business_location WHERE business_id = business.id) AS places
       FROM business ORDER BY id`,
    );

  it('adds its place and employees to a company, whose register says the rest', async () => {
    await loadRegister();

    const rehearsal = await loadList(LIST, '2024-12-01', { dryRun: true });
    const report = await loadList(LIST, '2024-12-01');

    expect(rehearsal).toMatchObject({ imported: 2, joined: 1 });
    expect(report).toMatchObject({ imported: 2, joined: 1, rejected: 0, warnings: [] });
    expect(await businesses()).toEqual([
      {
        ...{ name: 'STEEL LTD', status: 'Active', jobs: 12, ended: null, codes: ['25500'] },
        places: ['registered 435000 –', 'trading 436000 –'],
      },
      {
        ...{ name: 'A baker', status: 'Member', jobs: 3, ended: null, codes: ['10710'] },
        places: ['trading 437000 –'],
      },
      expect.objectContaining({ name: 'A smith' }),
    ]);
    expect(await loadList(LIST, '2024-12-01')).toMatchObject({ joined: 0, unchanged: 3 });
    expect(await loadRegister('register-2024-12-15.csv')).toMatchObject({ unchanged: 1 });
  });

  it('moves its own place of a company alone', async () => {
    await loadRegister();
    await loadList(LIST, '2024-12-01');

    await loadList(
      LIST.replace('Firm,', 'Firm,Postcode,')
        .replace('Sons,', 'Sons,S1 2HE,')
        .replace('baker,', 'baker,,')
        .replace('smith,', 'smith,,'),
      '2025-01-01',
    );

    expect((await businesses())[0]).toMatchObject({
      ...{ name: 'STEEL LTD', status: 'Active' },
      places: ['registered 435000 –', 'trading 436000 –2025-01-01', 'trading 436000 2025-01-01–'],
    });
  });

  it('ends its place of a company that a complete list no longer holds, not the company', async () => {
    await loadRegister();
    await loadList(LIST, '2024-12-01');
    const withoutSteel = LIST.replace(/Steel.*\n/, '');

    const report = await loadList(withoutSteel, '2025-01-01', { complete: true });
    const left = await businesses();
    await loadList(LIST, '2025-02-01', { complete: true });

    expect(report.left).toBe(1);
    expect(left[0]).toMatchObject({
      ended: null,
      places: ['registered 435000 –', 'trading 436000 –2025-01-01'],
    });
    expect((await businesses())[0]).toMatchObject({
      ended: null,
      places: ['registered 435000 –', 'trading 436000 –2025-01-01', 'trading 436000 2025-02-01–'],
    });
  });

  it('ends a company that leaves its register, though a list still holds it', async () => {
    await loadRegister();
    await loadList(LIST, '2024-12-01');
    const without = REGISTER.replace('STEEL LTD,00000001', 'OTHER LTD,00000002');

    const report = await importBusinesses(test.database, {
      ...files.input('register-2025-01-01.csv', without),
      sourceName: 'companies-house',
      ...{ complete: true, force: true }, // it is the only one
    });
    const ended = (await businesses())[0];
    await loadList(LIST.replace('12,436000', '13,436000'), '2025-02-01');

    expect(report).toMatchObject({ source: 'companies-house', left: 1 });
    expect(ended).toMatchObject({ name: 'STEEL LTD', ended: '2025-01-01' });
    expect((await businesses())[0]).toMatchObject({ jobs: 13, ended: '2025-01-01' });
  });

  it('refuses a second place of one company, in the same file or a later one', async () => {
    await loadRegister();
    const header = 'Firm,Number,CRN\n';

    const both = await loadList(`${header}Steel,a,00000001\nSteel branch,b,1\n`, '2024-12-01');
    const later = await loadList(`${header}Steel branch,b,1\n`, '2025-01-01');

    const reason = 'the company 00000001 is in this list already: a list states one place of each';
    expect(both).toMatchObject({ joined: 1, rejects: [{ row: 3, reason }] });
    expect(later).toMatchObject({ joined: 0, imported: 0, rejects: [{ row: 2, reason }] });
  });

  it('says how many companies count twice because the list came before the register', async () => {
    await loadList(LIST, '2024-10-01');
    await loadRegister();

    const report = await loadList(LIST, '2024-12-01');

    expect(report.warnings).toEqual([
      '1 companies came with this list before the register of companies was loaded: they are businesses of their own beside the register’s, and count twice.',
    ]);
    expect(await businesses()).toHaveLength(4);
  });
});
