import { kindOfArea, normaliseAreaCode } from '../areas/area-code.js';
import { importEmployment, type EmploymentImportOptions } from '../imports/import-employment.js';
import { TestFiles } from '../imports/test-files.js';
import { createTestDatabase, TEST_ENGINES, type TestDatabase } from '../test-database.js';

/** As the API of Nomis heads them, with numbers of its own beside names and codes. */
const NOMIS =
  'DATE,GEOGRAPHY,GEOGRAPHY_NAME,GEOGRAPHY_CODE,INDUSTRY,INDUSTRY_NAME,INDUSTRY_CODE,EMPLOYMENT_STATUS_NAME,MEASURE_NAME,OBS_VALUE\n';

function nomisRow(
  jobs: string,
  changes: Partial<
    Record<'date' | 'code' | 'name' | 'industry' | 'status' | 'measure', string>
  > = {},
) {
  const { date = '2021', code = 'UKD3', industry = '62012' } = changes;
  const { name = '62012 : Business and domestic software development' } = changes;
  const { status = 'Employment', measure = 'Count' } = changes;
  return `${date},1,Manchester,${code},14,"${name}",${industry},${status},${measure},${jobs}\n`;
}

describe.each(TEST_ENGINES)('employment on %s', (engine) => {
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

  const load = (text: string, options: Partial<EmploymentImportOptions> = {}) =>
    importEmployment(test.database, { ...files.input('jobs.csv', text), ...options });

  const held = () =>
    test.database.query<unknown[]>(
      `SELECT kind, year, level, area_code AS area, code, title, jobs FROM employment
       JOIN employment_edition AS edition ON edition.id = edition_id JOIN sector ON sector.id = sector_id
       ORDER BY year, level, area_code, code`,
    );

  it('reads what the API of Nomis sends, and explains every other row', async () => {
    const report = await load(
      NOMIS +
        nomisRow('7000') +
        nomisRow('1e+05', { code: 'TLI3' }) +
        nomisRow('5', { industry: '111', name: '0111 : Growing of cereals' }) +
        nomisRow('7100') +
        nomisRow('', { industry: '62020', name: '62020 : Consultancy' }) +
        nomisRow('9', { status: 'Employees', code: 'TLC1' }) +
        nomisRow('9', { measure: 'Industry percentage', code: 'TLC1' }) +
        nomisRow('9', { industry: '10', name: '10 : Financial & insurance (K)' }) +
        nomisRow('9', { industry: '37748736', name: 'Total' }) +
        nomisRow('9', { industry: '0400', name: 'None' }) +
        nomisRow('9', { date: 'latest' }) +
        nomisRow('9.5', { code: 'TLC1' }) +
        nomisRow('9', { code: '' }),
    );

    expect(report).toMatchObject({
      ...{ rows: 13, figures: 3, imported: 3, rejected: 10, source: 'bres-employment' },
      totals: [
        { kind: 'itl2', year: 2021, level: 4, areas: 1, jobs: 5 },
        { kind: 'itl2', year: 2021, level: 5, areas: 2, jobs: 107_000 },
      ],
    });
    expect(report.rejects.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '5 62012 in TLD3 in 2021 is in this import already',
      '6 there is no number of jobs: it may be suppressed',
      '7 “Employees” is not all employment',
      '8 “Industry percentage” is not a number of jobs',
      '9 “10 : Financial & insurance (K)” is a broad industrial group, not a SIC code',
      '10 “37748736” is not a SIC 2007 code of 2 to 5 digits',
      '11 0400 is in no division of SIC 2007: has it lost a leading zero?',
      '12 “latest” is not a year',
      '13 “9.5” is not a number of jobs',
      '14 the code of the area is missing',
    ]);
    const year = { kind: 'itl2', year: 2021 };
    const software = { code: '62012', title: 'Business and domestic software development' };
    expect(await held()).toEqual([
      { ...year, level: 4, area: 'TLD3', code: '0111', title: 'Growing of cereals', jobs: 5 },
      { ...year, level: 5, area: 'TLD3', ...software, jobs: 7000 },
      { ...year, level: 5, area: 'TLI3', ...software, jobs: 100_000 },
    ]);
  });

  it('changes nothing the second time, and lets no older file overwrite', async () => {
    const text = (jobs: number) => `year,region,sic4,employment\n2019,UKD3,6201,${jobs}\n`;

    await load(text(100), { asOf: '2024-01-01' });
    expect(await load(text(100), { asOf: '2025-01-01' })).toMatchObject({ unchanged: 1 });
    expect(await load(text(90), { asOf: '2023-01-01' })).toMatchObject({ older: 1, updated: 0 });
    expect(await load(text(110), { asOf: '2025-01-01', dryRun: true })).toMatchObject({
      updated: 1,
    });
    expect(await held()).toMatchObject([{ jobs: 100 }]);
    expect(await load(text(110), { asOf: '2025-01-01' })).toMatchObject({ updated: 1 });
    expect(await held()).toMatchObject([{ jobs: 110 }]);
  });

  it('reads a table with title lines above, industries across and footnotes below', async () => {
    const titles = [
      '"Business Register and Employment Survey : open access"',
      '"ONS Crown Copyright Reserved [from Nomis on 2 December 2025]"',
      '',
      '"date","2023"',
      '"employment status","Employment"',
      '',
    ];
    const header = '"Area","58 : Publishing activities","62 : Computer programming","Column Total"';
    const rows = ['"E02001184 : Salford 030",10,"1,250",1260', '"E02001185 : Salford 031",!,20,20'];

    const report = await load(
      [...titles, header, ...rows, '', '"! Figures are suppressed"'].join('\n'),
    );

    expect(report).toMatchObject({
      ...{ rows: 3, figures: 3, imported: 3, rejected: 2 },
      ...{ mapping: { areaName: 'Area' }, unmapped: ['Column Total'] },
      totals: [{ kind: 'msoa', year: 2023, level: 2, areas: 2, jobs: 1280 }],
    });
    expect(report.rejects.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '9 58 : Publishing activities: there is no number of jobs: it may be suppressed',
      '11 the row has 1 fields, the first row 4',
    ]);
  });

  it('refuses a table that is of something else, or of no year', async () => {
    const table = '"Area","62 : Computer programming"\n"TLD3 : Manchester",5\n';

    await expect(load(table)).rejects.toThrow('tells no year');
    await expect(load(`"date","2023"\n"employment status","Employees"\n${table}`)).rejects.toThrow(
      'only all employment is taken',
    );
    await expect(load('name,postcode\nA,B\n')).rejects.toThrow('needs columns for the year');
    expect(await load(table, { year: '2022' })).toMatchObject({ imported: 1 });
  });
});

it.each([
  ['UKD3', 'TLD3', 'itl2'],
  ['tld34 ', 'TLD34', 'itl3'],
  ['UKM', 'TLM', 'itl1'],
  ['E08000006', 'E08000006', 'district'],
  ['E02006963', 'E02006963', 'msoa'],
  ['UK', 'UK', 'other'],
  ['DEMO32', 'DEMO32', 'other'],
])('writes the code %s as %s, of %s', (text, code, kind) => {
  expect(normaliseAreaCode(text)).toBe(code);
  expect(kindOfArea(code)).toBe(kind);
});
