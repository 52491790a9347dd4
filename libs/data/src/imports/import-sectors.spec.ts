import { installTaxonomy } from '../sectors/install-taxonomy.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { importSectors } from './import-sectors.js';
import { sectorCode } from './sector-tables.js';

describe.each(TEST_ENGINES)('importSectors on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  const load = (
    text: string,
    { scheme, name = 'sectors.csv' }: { scheme?: string; name?: string } = {},
  ) =>
    importSectors(test.database, {
      ...files.input(name, text),
      scheme,
    });

  const title = async (code: string) =>
    (
      await test.database.query<{ title: string }[]>(`SELECT title FROM sector WHERE code = $1`, [
        code,
      ])
    )[0]?.title;

  it.each([
    [
      'the open register',
      'industrial-classification-2007\tname\tparent\nJ\tInformation\t\n62.01\tProgramming, all of it\tx:62\n62.01/2\tSoftware\tx:62.01\n',
    ],
    [
      'Companies House, whose commas are not quoted',
      'sic_code.string(),sic_description.string()\nJ,Information\n6201,Programming, all of it\n62012,Software\n',
    ],
    [
      'a lookup of several levels',
      'SIC_4DIGIT_CODE,SIC_4DIGIT_NAME,SIC_5DIGIT_CODE,SIC_5DIGIT_NAME,SIC_SECTION_LETTER,SIC_SECTION_CODE,SIC_SECTION_NAME\n' +
        '6201,"6201 : Programming, all of it",62012,62012 : Software,J,J (58-63),Information\n',
    ],
  ])('reads the titles of %s', async (_, text) => {
    const report = await load(text);

    expect(report).toMatchObject({ rejected: 0, sectors: { imported: 2, updated: 1 } });
    expect([await title('J'), await title('6201'), await title('62012')]).toEqual([
      'Information',
      'Programming, all of it',
      'Software',
    ]);
    expect((await load(text)).sectors).toEqual({
      imported: 0,
      updated: 0,
      unchanged: 3,
      filled: 0,
    });
  });

  it('titles an undivided class of the register', async () => {
    await test.database.query(
      `INSERT INTO sector (scheme_id, code, title) SELECT id, '62030', '' FROM sector_scheme WHERE slug = 'uk-sic-2007'`,
    );

    const report = await load('code,title\n62.03,Facilities\n');

    expect(report.sectors).toMatchObject({ imported: 1, filled: 1 });
    expect(await title('62030')).toBe('Facilities');
  });

  it('reads sector groups and gives classes their lost zeros back', async () => {
    const text =
      '"sector","SIC","SIC2","description"\n"digital","26.2","26","x"\n"digital","62.01","62","x"\n"Arts & Fun","1.11","1",""\n"Arts & Fun","92","92",""\n"tourism","62.011","62","?"\n"dcms-digital","62.01","",""\n';

    const report = await load(text, { name: 'dcms_2016.csv' });

    expect(report).toMatchObject({
      rejected: 2,
      groups: { imported: 2, updated: 0, unchanged: 0 },
    });
    expect(report.rejects.map(({ reason }) => reason)).toEqual([
      '“62.011” is not a SIC code',
      'the sector group dcms-digital is built in',
    ]);
    const groups = await test.database.query<unknown[]>(
      `SELECT slug, name, definition, codes FROM sector_group WHERE slug NOT LIKE 'dcms-%' ORDER BY slug`,
    );
    expect(groups).toEqual([
      {
        slug: 'arts-fun',
        name: 'Arts & Fun',
        definition: 'As in dcms_2016.csv',
        codes: ['0111', '92'],
      },
      {
        slug: 'digital',
        name: 'digital',
        definition: 'As in dcms_2016.csv',
        codes: ['2620', '6201'],
      },
    ]);
    expect((await load(text, { name: 'dcms_2016.csv' })).groups).toMatchObject({ unchanged: 2 });
  });

  it('keeps another classification apart', async () => {
    await load('code,title\nC10.1,Meat\n', { scheme: 'nace-2' });

    const rows = await test.database.query<unknown[]>(
      `SELECT scheme.slug, code FROM sector JOIN sector_scheme AS scheme ON scheme.id = scheme_id WHERE title = 'Meat'`,
    );
    expect(rows).toEqual([{ slug: 'nace-2', code: 'C101' }]);
  });

  it('refuses a file without codes', async () => {
    await expect(load('name,town\nA,B\n')).rejects.toThrow(
      'sectors.csv needs a code and a title, or a sector group and a code (name, town)',
    );
  });

  it('uses up no ids on sectors that are there', async () => {
    const titles = 'code,title\n62020,Consultancy\n01110,Growing of cereals\n';
    const nextId = async () => {
      const [row] = await test.database.query<{ id: number }[]>(
        `INSERT INTO sector (scheme_id, code, title) SELECT id, 'X' || gen_random_uuid(), ''
         FROM sector_scheme WHERE slug = 'uk-sic-2007' RETURNING id`,
      );
      return row!.id;
    };
    await load(titles);
    const before = await nextId();

    await installTaxonomy(test.database);
    await load(titles);

    expect(await nextId()).toBe(before + 1);
  });
});

it.each([
  ['62.01/2', '62012'],
  ['1.11', '0111'],
  ['1', '01'],
  ['01110', '01110'],
  ['j', 'J'],
])('reads the code %s as %s', (text, code) => {
  expect(sectorCode(text, 'uk-sic-2007')).toBe(code);
});
