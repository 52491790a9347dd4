import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { COMPANIES_HOUSE } from '../sources/source-definitions.js';
import { isYear } from './employee-figures.js';
import { importEmployees } from './import-employees.js';
import { importRegister } from './import-register.js';

const HEADER =
  'CompanyNumber,accounts_end_raw,accounts_end,employees_this_year,employees_last_year\n';

describe.each(TEST_ENGINES)('importEmployees on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  beforeEach(async () => {
    await register('A,1\nB,2\nC,3\n');
  });

  const register = (rows: string, edition = '2024-11-01') =>
    importRegister(test.database, {
      ...files.input(`register-${edition}.csv`, `CompanyName,CompanyNumber\n${rows}`),
      source: COMPANIES_HOUSE,
    });

  const load = (rows: string) =>
    importEmployees(test.database, {
      ...files.input('employees.csv', HEADER + rows),
    });

  const jobs = () =>
    test.database.query<unknown[]>(
      `SELECT name, jobs_low AS low, jobs_high AS high, jobs_on::text AS date FROM business ORDER BY name`,
    );

  it('takes the latest accounts of each company and explains every other row', async () => {
    const report = await load(
      [
        '1,31.12.22,2022-12-31,5,4',
        '00000001,31.12.23,2023-12-31,6,5',
        '00000001,31.12.21,2021-12-31,4,4',
        '1,31.12.23,2023-12-31,6,5',
        '1,31.12.23,2023-12-31,7,5',
        '2,31.12.23,2023-12-31,0,0',
        '2,31.12.22,2022-12-31,2021,',
        '9,31.12.23,2023-12-31,3,3',
        '3,31.12.23,2023-12-31,NA,3',
        '3,31.12.23,2023-12-31,12 people,3',
        '3,31.12.23,2023-12-31,12.0,',
      ].join('\n'),
    );

    expect(report).toMatchObject({
      rows: 11,
      mapping: { number: 'CompanyNumber', employees: 'employees_this_year', date: 'accounts_end' },
      businesses: 2,
      imported: 2,
      superseded: 2,
      rejected: 7,
      zeros: 1,
      years: 1,
      duplicates: 2,
      unknown: 1,
    });
    expect(report.rejects.map(({ row, reason }) => [row, reason]).sort()).toEqual([
      [10, 'the number of employees is missing'],
      [11, '“12 people” is not a number of employees'],
      [5, '00000001 with 6 employees on 2023-12-31 is in this import already'],
      [6, '00000001 has another number of employees on 2023-12-31 in this import'],
      [7, '0 employees: mostly a field that was left out of the accounts'],
      [8, '2021 employees: a year was read as their number'],
      [9, 'no company 00000009 is in the register'],
    ]);
    expect(await jobs()).toEqual([
      { name: 'A', low: 6, high: 6, date: '2023-12-31' },
      { name: 'B', low: null, high: null, date: null },
      { name: 'C', low: 12, high: 12, date: '2023-12-31' },
    ]);
  });

  it('changes nothing when the file comes again, or an older one', async () => {
    await load('1,,2023-12-31,6,5\n');

    expect(await load('1,,2023-12-31,6,5\n')).toMatchObject({
      unchanged: 1,
      imported: 0,
      updated: 0,
    });
    expect(await load('1,,2022-12-31,5,5\n')).toMatchObject({ older: 1, updated: 0 });
    expect((await jobs())[0]).toMatchObject({ low: 6, date: '2023-12-31' });
  });

  it('tells the feed of what changed, and a newer register leaves it', async () => {
    await load('1,,2023-12-31,6,5\n');

    await register('A plc,1\n', '2024-12-01');

    expect((await jobs())[0]).toEqual({ name: 'A plc', low: 6, high: 6, date: '2023-12-31' });
    const changes = await test.database.query<unknown[]>(
      `SELECT kind, entity_ids AS ids FROM change ORDER BY transaction_id, id`,
    );
    expect(changes).toEqual([
      { kind: 'business.created', ids: [1, 2, 3] },
      { kind: 'business.updated', ids: [1] },
      { kind: 'business.updated', ids: [1] },
    ]);
  });
});

it.each([
  [2023, { year: 2023, lastYear: null }, true],
  [2021, { year: 2022, lastYear: 2021 }, true],
  [1999, { year: 2022, lastYear: 12 }, true],
  [2000, { year: 2023, lastYear: 2023 }, true],
  [1998, { year: 2022, lastYear: 1950 }, false],
  [1950, { year: 2022, lastYear: null }, false],
  [2101, { year: 2101, lastYear: 3 }, false],
])('takes %i employees, given %j, for a year: %j', (employees, given, expected) => {
  expect(isYear(employees, given)).toBe(expected);
});
