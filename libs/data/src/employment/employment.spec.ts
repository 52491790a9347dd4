import { AreaEmploymentQuery } from '@cluster-atlas/contract';
import { kindOfArea, normaliseAreaCode } from '../areas/area-code.js';
import { writeAreas } from '../areas/write-areas.js';
import { importEmployment, type EmploymentImportOptions } from '../imports/import-employment.js';
import { BOUNDARIES, ensureSource } from '../sources/source-definitions.js';
import { NotFound } from '../not-found.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { describeEmployment } from './describe-employment.js';
import { areaEmploymentCsv } from './employment-files.js';
import { readEmployment } from './read-employment.js';

/** Two regions, of jobs by subclass in 2021 and by division in 2016. */
const REGIONS = `date,geography_name,geography_code,industry_name,industry_code,count
2021,Manchester,UKD3,62012 : Business and domestic software development,62012,60
2021,Manchester,UKD3,62020 : Consultancy,62020,40
2021,Manchester,UKD3,10710 : Bread,10710,100
2021,London,UKI3,62012 : Business and domestic software development,62012,20
2021,London,UKI3,62020 : Consultancy,62020,20
2021,London,UKI3,10710 : Bread,10710,160
2021,Cornwall,UKK3,10710 : Bread,10710,0
2016,Manchester,UKD3,62 : Computer programming,62,50
2016,Manchester,UKD3,10 : Food,10,100
2016,London,UKI3,62 : Computer programming,62,50
2016,London,UKI3,10 : Food,10,90
2016,London,UKI3,11 : Beverages,11,10
`;

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

function square(code: string, column: number) {
  const corner = (x: number, y: number) => [-2 + 0.1 * (column + x), 53 + 0.1 * y];
  const ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
  return {
    code,
    name: `Area ${code}`,
    boundary: { type: 'Polygon' as const, coordinates: [ring] },
  };
}

describe.each(TEST_ENGINES)('employment on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

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

  it('takes no district beside what it has become, in one import or in two', async () => {
    const row = (code: string, jobs: number, year = 2022) =>
      `${year},${code},62 : Computer programming,62,${jobs}\n`;
    const table = (...rows: string[]) =>
      `year,geography_code,industry_name,industry_code,count\n${rows.join('')}`;
    // Scarborough has been in North Yorkshire since 2023, Taunton Deane in Somerset West and Taunton
    // since 2019 and in Somerset since 2023
    const first = await load(
      table(
        ...[row('E07000168', 30), row('E06000065', 100), row('E07000168', 40, 2021)],
        ...[row('E06000066', 200), row('E08000003', 500)],
      ),
    );
    const second = await load(
      table(
        row('E07000168', 31),
        row('E06000065', 110),
        row('E07000190', 20),
        row('E06000065', 90, 2023),
      ),
      { asOf: '2999-01-01' },
    );

    expect(first).toMatchObject({ imported: 4, rejected: 1 });
    expect(first.rejects[0]!.reason).toBe(
      'E06000065 and E07000168, of which there are figures of 2022, are the same places at different dates: their jobs would count twice',
    );
    expect(second).toMatchObject({ updated: 1, imported: 1, rejected: 2 });
    expect(second.rejects.map(({ reason }) => reason.slice(0, 23))).toEqual([
      'E06000065 and E07000168',
      'E07000190 and E06000066',
    ]);
    expect(await held()).toMatchObject([
      { year: 2021, area: 'E07000168', jobs: 40 },
      { year: 2022, area: 'E06000066', jobs: 200 },
      { year: 2022, area: 'E07000168', jobs: 31 },
      { year: 2022, area: 'E08000003', jobs: 500 },
      { year: 2023, area: 'E06000065', jobs: 90 },
    ]);
  });

  describe('of an area', () => {
    beforeEach(async () => {
      const sourceId = await ensureSource(test.database, BOUNDARIES);
      const to = (layer: string) => ({ sourceId, layer, actor: 'test' });
      const codes = ['TLD3', 'TLI3', 'TLK3', 'TLN0'];
      const areas = codes.map((code, i) => square(code, i));
      await writeAreas(test.database, areas, to('itl2'));
      await writeAreas(test.database, [square('A', 0)], to('other'));
      await load(REGIONS);
    });

    const describeArea = (code: string, query: Record<string, string> = {}, layer = 'itl2') =>
      describeEmployment(
        { ...test, table: (edition, level) => readEmployment(test.database, edition, level) },
        { layer, code },
        AreaEmploymentQuery.parse(query),
      );

    it('tells how specialised it is by division, and how that grew', async () => {
      const { figures, warnings } = await describeArea('TLD3');

      expect(figures).toMatchObject({
        ...{ year: 2021, since: 2016, level: 2, years: [2021, 2016], levels: [2, 5], jobs: 200 },
        base: { jobs: 400, areas: 3, kind: 'itl2' },
        source: { licence: 'Open Government Licence v3.0' },
      });
      expect(figures!.growth).toBeCloseTo(200 / 150 - 1, 12);
      expect(figures!.base.growth).toBeCloseTo(400 / 300 - 1, 12);
      const software = figures!.sectors.find(({ code }) => code === '62')!;
      expect(software).toMatchObject({ count: 100, growth: 1, quadrant: 'star', tier: 'strong10' });
      expect(software.lq).toBeCloseTo(0.5 / (140 / 400), 12);
      // Python: lq / exp(1.959963984540054 * sqrt(1/100 - 1/200 + 1/140 - 1/400))
      expect(software.low).toBeCloseTo(1.1784621212670516, 12);
      // of 70 expected each: mean 1, variance between 18/98 - 1/70, trust that / (that + 1/70)
      expect(software.shrunkLq).toBeCloseTo(1 + ((18 / 98 - 1 / 70) / (18 / 98)) * (3 / 7), 12);
      expect(software.baseGrowth).toBeCloseTo(0.4, 12);
      expect(warnings).toEqual([
        'The figures of 2021 are added up from 5-digit ones, each of which is rounded.',
        'The two years are not of the same areas, so growth of the base is of what is loaded only.',
      ]);
    });

    it('counts the jobs of a sector that is gone', async () => {
      const { figures } = await describeArea('TLI3');

      // 150 before, 10 of them in beverages
      expect(figures!.shiftShare!.change).toBe(50);
      const { national, industry, regional } = figures!.shiftShare!;
      expect(national).toBeCloseTo(150 * (400 / 300 - 1), 10);
      expect(national + industry + regional).toBeCloseTo(50, 10);
    });

    it('goes as deep as is asked for', async () => {
      const deepest = await describeArea('TLD3', { level: 'deepest' });
      const groups = await describeArea('TLD3', { level: '3' });

      expect(deepest.figures).toMatchObject({ level: 5, years: [2021], since: null, growth: null });
      expect(deepest.figures!.sectors.map(({ code, count }) => [code, count])).toEqual([
        ['10710', 100],
        ['62012', 60],
        ['62020', 40],
      ]);
      expect(deepest.figures!.sectors[1]!.lq).toBeCloseTo(60 / 200 / (80 / 400), 12);
      expect(groups.figures!.sectors.map(({ code }) => code)).toEqual(['107', '620']);
    });

    it('writes the sectors as a file', async () => {
      const lines = areaEmploymentCsv(await describeArea('TLD3', { level: '5' })).split('\n');

      expect(lines[0]).toBe(
        'area,year,since,sector,title,jobs,share,base_share,lq,lq_low,lq_high,lq_shrunk,growth,base_growth,quadrant,tier',
      );
      expect(lines[1]).toMatch(/^TLD3,2021,,10710,Bread,100,0.5,0.65,/);
      expect(lines).toHaveLength(5);
    });

    it('knows no quotient where all jobs are 0, and no figures where none are loaded', async () => {
      expect((await describeArea('TLK3')).figures).toMatchObject({ jobs: 0, sectors: [] });
      expect(await describeArea('TLN0')).toMatchObject({ figures: null, layerHasFigures: true });
      expect(await describeArea('A', {}, 'other')).toMatchObject({
        ...{ figures: null, layerHasFigures: false },
      });
    });

    it('refuses years, levels and areas that are not there', async () => {
      await expect(describeArea('TLD3', { year: '2020' })).rejects.toThrow(
        'There are no figures of 2020 at 2 digits, but of 2021, 2016.',
      );
      await expect(describeArea('TLD3', { since: '2021' })).rejects.toThrow('is not before');
      await expect(describeArea('TLD3', { year: '2016', level: '5' })).rejects.toThrow(RangeError);
      await expect(describeArea('TLX')).rejects.toThrow(NotFound);
      await expect(describeArea('TLD3', {}, 'none')).rejects.toThrow(NotFound);
    });
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
