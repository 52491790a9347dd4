import { readFileSync } from 'node:fs';
import { COMPANIES_HOUSE } from '../sources/source-definitions.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { importPostcodes } from './import-postcodes.js';
import { importRegister, type RegisterImportOptions } from './import-register.js';

const HEADER =
  'CompanyName, CompanyNumber,RegAddress.AddressLine1,RegAddress.PostCode,CompanyStatus,IncorporationDate,SICCode.SicText_1,SICCode.SicText_2\n';
const STEEL = '"STEEL LTD","1","1 Fargate","S1 2HE","Active","01/02/1999","62012 - Software",""\n';
const FORGE =
  '"FORGE LTD","SC000002","2 High St","S1 1AA","Active","31/12/2001","25500 - Forging","28910 - Machinery"\n';

describe.each(TEST_ENGINES)('importRegister on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  function load(
    rows: string | Uint8Array,
    {
      name = 'register-2024-11-01.csv',
      ...options
    }: Partial<RegisterImportOptions> & { name?: string } = {},
  ) {
    const text = typeof rows === 'string' && !rows.startsWith('Company') ? HEADER + rows : rows;
    return importRegister(test.database, {
      ...files.input(name, text),
      source: COMPANIES_HOUSE,
      ...options,
    });
  }

  const december = { name: 'register-2024-12-01.csv' };
  const october = { name: 'register-2024-10-01.csv' };

  const businesses = () =>
    test.database.query<Record<string, unknown>[]>(
      `SELECT external_id AS number, business.name, status, started_on::text AS began,
              ended_on::text AS ended, left_on::text AS "left", last_seen_on::text AS seen,
              (SELECT string_agg(code, ' ' ORDER BY position) FROM business_sector
               JOIN sector ON sector.id = sector_id WHERE business_id = business.id) AS sectors
       FROM business JOIN source_record AS record ON record.business_id = business.id
       ORDER BY external_id`,
    );

  const locations = () =>
    test.database.query<Record<string, unknown>[]>(
      `SELECT address, postcode, valid_from::text AS from, valid_to::text AS to
       FROM business_location ORDER BY id`,
    );

  it('keeps what a row states', async () => {
    const report = await load(STEEL + FORGE);

    expect(report).toMatchObject({ rows: 2, imported: 2, rejected: 0, unlocated: 2 });
    expect(await businesses()).toEqual([
      {
        number: '00000001',
        name: 'STEEL LTD',
        status: 'Active',
        began: '1999-02-01',
        ended: null,
        left: null,
        seen: '2024-11-01',
        sectors: '62012',
      },
      expect.objectContaining({ number: 'SC000002', sectors: '25500 28910' }),
    ]);
    expect(await locations()).toEqual([
      { address: '1 Fargate', postcode: 'S1 2HE', from: null, to: null },
      { address: '2 High St', postcode: 'S1 1AA', from: null, to: null },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    await load(STEEL + FORGE);
    const before = [await businesses(), await locations(), await changes()];

    const report = await load(STEEL + FORGE);

    expect(report).toMatchObject({ imported: 0, updated: 0, unchanged: 2 });
    expect([await businesses(), await locations(), await changes()]).toEqual(before);
  });

  it('takes name, sectors and address from a newer edition; the old address stays until then', async () => {
    await load(STEEL + FORGE);

    const report = await load(
      '"STEEL WORKS LTD","00000001","9 Kelham","S3 8RY","Active","01/02/1999","24100 - Steel","62020 - Advice"\n' +
        FORGE,
      december,
    );

    expect(report).toMatchObject({ updated: 1, unchanged: 1 });
    const [steel, forge] = await businesses();
    expect(steel).toMatchObject({
      name: 'STEEL WORKS LTD',
      sectors: '24100 62020',
      seen: '2024-12-01',
    });
    expect(forge).toMatchObject({ seen: '2024-12-01' });
    expect(await locations()).toEqual([
      { address: '1 Fargate', postcode: 'S1 2HE', from: null, to: '2024-12-01' },
      { address: '2 High St', postcode: 'S1 1AA', from: null, to: null },
      { address: '9 Kelham', postcode: 'S3 8RY', from: '2024-12-01', to: null },
    ]);
  });

  it('corrects an address in place within one edition', async () => {
    await load(STEEL);

    await load(STEEL.replace('1 Fargate', '1 Fargate Court'));

    expect(await locations()).toEqual([
      { address: '1 Fargate Court', postcode: 'S1 2HE', from: null, to: null },
    ]);
  });

  it('does not let an older edition overwrite a newer one', async () => {
    await load(STEEL);

    const report = await load(STEEL.replace('STEEL LTD', 'OLD NAME LTD') + FORGE, october);

    expect(report).toMatchObject({ imported: 1, updated: 0, older: 1 });
    expect((await businesses())[0]).toMatchObject({ name: 'STEEL LTD', seen: '2024-11-01' });
  });

  it('marks who is missing as left only when the file is complete', async () => {
    await load(STEEL + FORGE);

    const partial = await load(FORGE, december);
    const stillThere = await businesses();
    const complete = await load(FORGE, { ...december, complete: true });

    expect(partial.left).toBe(0);
    expect(stillThere[0]).toMatchObject({ left: null, ended: null });
    expect(complete.left).toBe(1);
    expect(await businesses()).toMatchObject([
      { left: '2024-12-01', ended: '2024-12-01' },
      { left: null, ended: null },
    ]);
  });

  it('takes back a company that reappears later, but not from an edition before it left', async () => {
    await load(STEEL + FORGE, october);
    await load(FORGE, { ...december, complete: true });

    const before = await load(STEEL, { name: 'register-2024-11-01.csv' });
    const stillGone = (await businesses())[0];
    const after = await load(STEEL, { name: 'register-2025-01-01.csv' });

    expect(before).toMatchObject({ older: 1, updated: 0 });
    expect(stillGone).toMatchObject({ left: '2024-12-01', ended: '2024-12-01' });
    expect(after).toMatchObject({ updated: 1 });
    expect((await businesses())[0]).toMatchObject({ left: null, ended: null });
  });

  it('ends nobody by a complete file that holds no row', async () => {
    await load(STEEL + FORGE);

    await expect(load(HEADER, { ...december, complete: true, force: true })).rejects.toThrow(
      'no row of the files was taken, so they do not hold the whole register: nobody was marked as having left',
    );
    expect(await businesses()).toMatchObject([{ left: null }, { left: null }]);
  });

  it('ends more than half of a register only when told to', async () => {
    const [water, gas] = [STEEL.replace('"1"', '"3"'), STEEL.replace('"1"', '"4"')];
    await load(STEEL + FORGE + water);
    const most = { ...december, complete: true };

    await expect(load(STEEL + gas, most)).rejects.toThrow(
      'the edition 2024-12-01 holds 1 of the 3 businesses that companies-house had, and 2 would leave: ' +
        'more than half, so nobody was marked as having left. Was it the whole register? Then import it again with --force',
    );
    const refused = await businesses();
    const forced = await load(STEEL + gas, { ...most, force: true });

    expect(refused.map(({ left }) => left)).toEqual([null, null, null, null]);
    expect(forced).toMatchObject({ left: 2, unchanged: 2 });
  });

  it('does not mark as left whose row was rejected', async () => {
    await load(STEEL + FORGE);

    const report = await load(STEEL.replace('01/02/1999', '30/02/1999') + FORGE, {
      ...december,
      complete: true,
    });

    expect(report).toMatchObject({ rejected: 1, left: 0 });
    expect(report.warnings).toEqual([]);
  });

  it('rejects bad rows with their number and the reason, and loads the others', async () => {
    const report = await load(
      [
        STEEL,
        '"TOO FEW","00000003","S1 2HE"\n',
        STEEL.replace('"1"', '"4"').replace('01/02/1999', '31/02/1999'),
        STEEL.replace('"1"', '"5"').replace('01/02/1999', '01/02/0000'),
        STEEL.replace('"1"', '"123456789"'),
        STEEL.replace('"1"', '"6"').replace('STEEL', 'S'.repeat(160)),
        STEEL.replace('"1"', '"7"').replace('"STEEL LTD"', ''),
        STEEL.replace('"1"', '"8"').replace('""\n', '"\n'),
        STEEL.replace('"1"', '"9"').replace('Fargate', 'Far\0gate'),
        STEEL.replace('S1 2HE', 'a whole address where a postcode should be'),
        STEEL,
        FORGE,
      ].join(''),
    );

    expect(report).toMatchObject({ rows: 12, imported: 2, rejected: 10 });
    expect(report.rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'the row has 3 fields, the first row 8'],
      [4, 'the start date “31/02/1999” is not a date (dd/mm/yyyy or yyyy-mm-dd)'],
      [5, 'the start date “01/02/0000” is not a date (dd/mm/yyyy or yyyy-mm-dd)'],
      [6, '“123456789” is not a company number (8 characters)'],
      [7, 'the name has 164 characters; at most 160 are allowed'],
      [8, 'the name is missing'],
      [9, 'a quotation mark is opened and never closed'],
      [10, 'a field holds a NUL character'],
      [11, 'the postcode has 42 characters; at most 40 are allowed'],
      [12, '00000001 is in this import already'],
    ]);
    expect(readFileSync(report.rejectsFile!, 'utf8').split('\n')).toHaveLength(12);
  });

  it('rejects a number that comes again in a later batch', async () => {
    const others = Array.from({ length: 1500 }, (_, i) => STEEL.replace('"1"', `"${i + 10}"`)).join(
      '',
    );

    const report = await load(STEEL + others + STEEL);

    expect(report).toMatchObject({ imported: 1501, rejected: 1 });
    expect(report.rejects).toMatchObject([
      { row: 1503, reason: '00000001 is in this import already' },
    ]);
  });

  it.each([
    ['a byte-order mark and CRLF', `\uFEFF${HEADER}${STEEL}`.replaceAll('\n', '\r\n')],
    ['semicolons', `${HEADER}${STEEL}`.replaceAll(',', ';')],
    ['no quotes and NA', `${HEADER}${STEEL.replace('""', 'NA')}`.replaceAll('"', '')],
    [
      'quoted headers in another case',
      `"${HEADER.trim().split(',').join('","')}"\n${STEEL}`.replace('CompanyName', 'COMPANYNAME'),
    ],
  ])('reads a file with %s', async (_, text) => {
    const report = await load(Buffer.from(text));

    expect(report).toMatchObject({ imported: 1, rejected: 0 });
    expect(await businesses()).toMatchObject([
      { number: '00000001', name: 'STEEL LTD', began: '1999-02-01', sectors: '62012' },
    ]);
  });

  it('counts who has no known postcode, and places them when the postcodes come', async () => {
    const postcodes = 'Postcode,lat,long\nS1 2HE,53.3811,-1.4701\n';

    const register = await load(STEEL + FORGE.replace('S1 1AA', '94107'));
    const report = await importPostcodes(test.database, {
      ...files.input('postcodes.csv', postcodes),
    });

    expect(register).toMatchObject({ located: 0, unlocated: 2 });
    expect(report).toMatchObject({ imported: 1, locationsPlaced: 1 });
    const placed = await test.database.query<unknown[]>(
      `SELECT postcode, precision FROM business_location ORDER BY id`,
    );
    expect(placed).toEqual([
      { postcode: 'S1 2HE', precision: 'unit' },
      { postcode: '94107', precision: null },
    ]);
  });

  it('leaves what is known where a file has no column for it', async () => {
    await load(STEEL);

    const report = await load(
      'CompanyName,CompanyNumber,Easting,Northing\nSTEEL LTD,00000001,435100,387300\n',
      december,
    );

    expect(report).toMatchObject({ updated: 1, located: 1 });
    expect(await businesses()).toMatchObject([
      { status: 'Active', began: '1999-02-01', sectors: '62012' },
    ]);
    expect(await locations()).toEqual([
      { address: '1 Fargate', postcode: 'S1 2HE', from: null, to: null },
    ]);
  });

  it('refuses a file without company numbers', async () => {
    await expect(load('CompanyName,Postcode\nSTEEL LTD,S1 2HE\n')).rejects.toThrow(
      'register-2024-11-01.csv has no column for the company number (CompanyName, Postcode)',
    );
  });

  async function changes(): Promise<number> {
    const [row] = await test.database.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM change`,
    );
    return row!.count;
  }
});
