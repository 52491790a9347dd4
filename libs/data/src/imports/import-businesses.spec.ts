import { BUSINESS_COLUMNS, parseColumnNames } from '@cluster-atlas/contract';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { importBusinesses, type BusinessImportOptions } from './import-businesses.js';
import { importPostcodes } from './import-postcodes.js';

const placeOf = ({ precision, easting, longitude }: Record<string, unknown>) => ({
  ...{ precision, easting, longitude },
});

describe.each(TEST_ENGINES)('importBusinesses on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  const load = (text: string, options: Partial<BusinessImportOptions> & { name?: string } = {}) =>
    importBusinesses(test.database, {
      ...files.input(options.name ?? 'list-2024-11-01.csv', text),
      ...options,
    });

  const businesses = () =>
    test.database.query<Record<string, unknown>[]>(
      `SELECT external_id AS key, name, jobs_low AS low, jobs_high AS high, kind, easting, northing,
              precision, round(ST_X(position)::numeric, 5)::float AS longitude
       FROM business JOIN source_record AS record ON record.business_id = business.id
       JOIN business_location AS location ON location.business_id = business.id ORDER BY external_id`,
    );

  it('guesses the columns, shows them, and keys a row by name and postcode', async () => {
    const report = await load(
      'Business Name,Post Code,Staff,Notes,X\nCafé Ltd,s12he,10 to 49,none,1\nForge,S1 2HF,"1,250+",,\n',
    );

    expect(report).toMatchObject({
      source: 'business-list',
      mapping: { name: 'Business Name', postcode: 'Post Code', jobs: 'Staff' },
      unmapped: ['Notes', 'X'],
      imported: 2,
      unlocated: 2,
    });
    expect(await businesses()).toMatchObject([
      { key: 'CAFÉ LTD|S1 2HE', low: 10, high: 49, kind: 'trading' },
      { key: 'FORGE|S1 2HF', low: 1250, high: null },
    ]);
  });

  it('takes the user’s word for the columns', async () => {
    const columnNames = parseColumnNames(
      BUSINESS_COLUMNS,
      'name=Wer, number=Id,longitude=x,latitude=y,postcode=',
    );

    const report = await load('Wer,Id,x,y,Postcode\nWerk,A-17,-1.47,53.38,??\n', {
      columnNames,
      sourceName: 'Digital Firms 2024',
      locationKind: 'registered',
    });

    expect(report).toMatchObject({ source: 'digital-firms-2024', imported: 1, located: 1 });
    expect(await businesses()).toMatchObject([
      { key: 'A-17', kind: 'registered', precision: 'given', longitude: -1.47 },
    ]);
  });

  it('says which words it does not understand', async () => {
    expect(() => parseColumnNames(BUSINESS_COLUMNS, 'nom=Company')).toThrow(
      '“nom=Company” maps nothing: write meaning=Header, with a meaning of name, number, companyNumber, status',
    );
    await expect(load('Firm,PC\nA,S1 2HE\n', { columnNames: { name: 'Company' } })).rejects.toThrow(
      'list-2024-11-01.csv has no column “Company” (Firm, PC)',
    );
  });

  it('takes a column of a thousand different texts for no status', async () => {
    const rows = Array.from({ length: 1_002 }, (_, i) => `Firm ${i},S1 2HE,Text ${i}\n`);

    const report = await load(`Name,Postcode,Status\n${rows.join('')}`);

    expect(report).toMatchObject({ rows: 1_002, imported: 1_000, rejected: 2 });
    expect(report.rejects[0]).toMatchObject({
      row: 1_002,
      reason:
        'the files have more than 1000 different statuses, so their column holds something else: ' +
        'name the right one with --map, or none (status=)',
    });
  });

  it('keeps the place of a business whose update has no column for it', async () => {
    const postcodes = 'Postcode,lat,long\nS1 2HE,53.3811,-1.4701\n';
    await importPostcodes(test.database, files.input('postcodes.csv', postcodes));
    await load(
      'number,name,address,postcode,lat,lon\n1,Placed by postcode,1 Fargate,S1 2HE,,\n2,Given,2 Fargate,S1 2HE,53.38,-1.47\n',
    );
    const before = await businesses();
    const moved = 'number,name,address\n1,Placed by postcode,11 Fargate\n2,Given,12 Fargate\n';

    const corrected = await load(moved);
    const inPlace = await businesses();
    const later = await load(moved.replaceAll('Fargate', 'High St'), {
      name: 'list-2024-12-01.csv',
    });

    expect([corrected, later]).toMatchObject([
      { updated: 2, located: 2 },
      { updated: 2, located: 2 },
    ]);
    expect(inPlace).toEqual(before);
    const open = await test.database.query<unknown[]>(
      `SELECT address, postcode, precision, easting, round(ST_X(position)::numeric, 5)::float AS longitude
       FROM business_location WHERE valid_to IS NULL ORDER BY business_id`,
    );
    const [byPostcode, given] = before;
    expect(open).toEqual([
      { address: '11 High St', ...placeOf(byPostcode!), postcode: 'S1 2HE' },
      { address: '12 High St', ...placeOf(given!), postcode: 'S1 2HE' },
    ]);
    expect(given).toMatchObject({ precision: 'given', longitude: -1.47 });
  });

  it('keeps a given place while the postcode is the same, and no longer', async () => {
    const list = (address: string, postcode: string) =>
      `number,name,address,postcode\n1,Given,${address},${postcode}\n`;
    await load('number,name,address,postcode,lat,lon\n1,Given,1 Fargate,S1 2HE,53.38,-1.47\n');

    await load(list('2 Fargate', 'S1 2HE'));
    const same = await businesses();
    await load(list('9 Kelham', 'S3 8RY'));

    expect(same).toMatchObject([{ precision: 'given', longitude: -1.47 }]);
    expect(await businesses()).toMatchObject([{ precision: null, longitude: null }]);
  });

  it('keeps eastings and northings exactly', async () => {
    await load('Name,Easting,Northing\nA,435253.123456789,387257.7\n');

    expect(await businesses()).toMatchObject([
      { easting: 435253.123456789, northing: 387257.7, precision: 'given' },
    ]);
  });

  it('reads GeoJSON points, their properties being the columns', async () => {
    const point = (name: string, coordinates: number[], more: object) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { name, ...more },
    });
    const collection = {
      type: 'FeatureCollection',
      features: [
        point('A', [-1.47, 53.38], { employees: 12, sic: ['62012', '62020'] }),
        point('B', [435253, 387257], { town: 'Sheffield' }),
        { ...point('C', [], {}), geometry: { type: 'LineString', coordinates: [] } },
        { ...point('D', [], { postcode: 'S1 2HE' }), geometry: null },
      ],
    };

    const report = await load(JSON.stringify(collection), { name: 'list-2024-11-01.geojson' });

    expect(report).toMatchObject({ imported: 2, located: 1, unlocated: 1, rejected: 2 });
    expect(report.rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'longitude 435253, latitude 387257 is outside Great Britain'],
      [3, 'the feature is a LineString, not a Point'],
    ]);
    expect(await businesses()).toMatchObject([
      { key: 'A|', low: 12, high: 12, longitude: -1.47 },
      { key: 'D|S1 2HE', longitude: null },
    ]);
    const [sectors] = await test.database.query<unknown[]>(
      `SELECT array_agg(code ORDER BY position) AS codes FROM business_sector JOIN sector ON sector.id = sector_id`,
    );
    expect(sectors).toEqual({ codes: ['62012', '62020'] });
  });

  it('joins a cut of the register with positions to the register', async () => {
    const header = 'CompanyName,CompanyNumber,RegAddress.PostCode,SICCode.SicText_1';
    await load(`${header}\nSTEEL LTD,00000001,S1 2HE,25500 - Forging\n`);

    const cut = await load(
      `${header},Easting,Northing\nSTEEL LTD,1,S1 2HE,25500 - Forging,435253,387258\n`,
    );
    const again = await load(`${header}\nSTEEL LTD,00000001,S1 2HE,25500 - Forging\n`);

    expect(cut).toMatchObject({ source: 'companies-house', updated: 1, located: 1 });
    expect(again).toMatchObject({ updated: 0, unchanged: 1, located: 1, unlocated: 0 });
    expect(await businesses()).toMatchObject([
      { key: '00000001', kind: 'registered', easting: 435253, precision: 'given' },
    ]);
  });

  it('writes nothing on a dry run, but tells all that it would do', async () => {
    await load('Name,Postcode\nA,S1 2HE\nB,S1 2HF\n');
    const before = await contents();

    const report = await load('Name,Postcode,Staff\nA,S1 2HE,5\nB,S1 2HF,\nC,S1 2HG,many\nD,,\n', {
      dryRun: true,
    });

    expect(report).toMatchObject({
      imported: 1,
      updated: 1,
      unchanged: 1,
      rejected: 1,
      dryRun: true,
    });
    expect(await contents()).toEqual(before);
  });

  it('adds the trading place of a known business beside its registered one', async () => {
    const list = 'Name,Number,Easting,Northing\nA,00000001,435253,387258\n';
    await load(list, { sourceName: 'mine', locationKind: 'registered' });

    await load(list.replace('435253', '436000'), { sourceName: 'mine', locationKind: 'trading' });

    expect((await businesses()).map(({ kind, easting }) => [kind, easting])).toEqual([
      ['registered', 435253],
      ['trading', 436000],
    ]);
  });

  it('refuses to call a nameless list complete', async () => {
    await expect(load('Name\nA\n', { complete: true })).rejects.toThrow(
      '--complete needs --source: which list is complete?',
    );
  });

  async function contents() {
    return test.database.query<unknown[]>(
      `SELECT (SELECT count(*) FROM business), (SELECT count(*) FROM job) AS jobs,
              (SELECT count(*) FROM change) AS changes, (SELECT count(*) FROM sector) AS sectors,
              (SELECT count(*) FROM source) AS sources`,
    );
  }
});
