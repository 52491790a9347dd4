import { COMPANIES_HOUSE } from '../sources/source-definitions.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { locatePostcodes } from '../postcodes/locate-postcodes.js';
import { importPostcodes } from './import-postcodes.js';
import { importRegister } from './import-register.js';
import { recognisePostcodeFormat } from './postcode-formats.js';

// headers shortened; the whole ones of three editions are read in the acceptance tests
const MAY_2018 =
  'pcd,pcd2,pcds,doterm,oslaua,oseast1m,osnrth1m,osgrdind,lat,long\n' +
  '"S1 2HE","S1   2HE","S1 2HE","","E08000019","435253","0387258","1",53.381,-1.4715\n' +
  '"GY1 1AA","GY1  1AA","GY1 1AA","","","","","9",99.999999,0.000000\n';
const NOVEMBER_2025 =
  'pcd7,pcd8,pcds,doterm,lad25cd,east1m,north1m,gridind,lat,long\n' +
  '"S1 2HE","S1   2HE","S1 2HE","201301","E08000019","435253","0387258","8",53.381,-1.4715\n';
const NSPL =
  'pcd,pcd2,pcds,dointr,laua,oseast1m,osnrth1m,osgrdind,lat,long\r\n' +
  '"S1 2HE","S1   2HE","S1 2HE","198001","E08000019","435253","0387258",1,53.381,-1.4715\r\n' +
  '"JE2 3AB","JE2  3AB","JE2 3AB","198001","","","",9,,0.00000\r\n';

describe.each(TEST_ENGINES)('importPostcodes on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  const load = (text: string, name = 'postcodes.csv') =>
    importPostcodes(test.database, {
      ...files.input(name, text),
    });

  it.each([
    ['ONSPD or NSPL', MAY_2018, 1],
    ['ONSPD or NSPL', NOVEMBER_2025, 0],
    ['ONSPD or NSPL', NSPL, 1],
    ['Postcode,lat,long', '\uFEFFPostcode,lat,long\ns12he,53.381,-1.4715\n', 0],
    [
      'Code-Point Open',
      '"S1  2HE",10,435253,387258,"E92000001","","","","E08000019","E05010859"\r\n"S1 9ZZ",90,0,0,"","","","","",""\r\n',
      1,
    ],
    [
      'GeoNames',
      'GB\tS1 2HE\tSheffield\tEngland\tENG\tSouth Yorkshire\t\tSheffield\t\t53.381\t-1.4715\t6\n',
      0,
    ],
  ])('reads %s', async (format, text, unplaced) => {
    const report = await load(text);

    expect(report).toMatchObject({ formats: [format], imported: 1, rejected: 0, unplaced });
    const [place] = await test.database.query<{ easting: number; northing: number }[]>(
      `SELECT kind, easting, northing FROM postcode WHERE code = 'S1 2HE'`,
    );
    expect(place).toMatchObject({ kind: 'unit' });
    // PostGIS: ST_Transform(ST_SetSRID(ST_MakePoint(-1.4715, 53.381), 4326), 27700), without OSTN15
    expect(place!.easting).toBeCloseTo(435253.1, 0);
    expect(place!.northing).toBeCloseTo(387257.8, 0);
  });

  it('changes nothing when the same file comes again', async () => {
    await load(MAY_2018);

    expect(await load(MAY_2018)).toMatchObject({ imported: 0, updated: 0, unchanged: 1 });
  });

  it('rejects what cannot be read, with a reason', async () => {
    const report = await load(
      'Postcode,lat,long\nS1 2HE,53.381,-1.4715\nS1,north,west\nhello,53.4,-1.5\nS1 2HF,40.7,-74\n',
    );

    expect(report).toMatchObject({ imported: 1, rejected: 3 });
    expect(report.rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'longitude NaN, latitude NaN of S1 is outside the British grid'],
      [4, '“hello” is not a postcode'],
      [5, 'longitude -74, latitude 40.7 of S1 2HF is outside the British grid'],
    ]);
  });

  it('places by the unit, else by the mean of its sector, else of its outcode', async () => {
    await load('Postcode,lat,long\nS1 2HE,53.38,-1.47\nS1 2HF,53.40,-1.49\nS1 9AA,53.42,-1.51\n');

    await importRegister(test.database, {
      ...files.input(
        'register-2024-11-01.csv',
        'CompanyName,CompanyNumber,PostCode\nA,1,S1 2HE\nB,2,S1 2ZZ\nC,3,S1 4ZZ\nD,4,M1 1AA\nE,5,\n',
      ),
      source: COMPANIES_HOUSE,
    });

    const rows = await test.database.query<unknown[]>(
      `SELECT postcode, precision, round(ST_Y(position)::numeric, 6)::float AS latitude
       FROM business_location ORDER BY id`,
    );
    expect(rows).toEqual([
      { postcode: 'S1 2HE', precision: 'unit', latitude: 53.38 },
      { postcode: 'S1 2ZZ', precision: 'sector', latitude: 53.39 },
      { postcode: 'S1 4ZZ', precision: 'outcode', latitude: 53.4 },
      { postcode: 'M1 1AA', precision: null, latitude: null },
      { postcode: null, precision: null, latitude: null },
    ]);
  });

  it('tells where postcodes are, however they are written, and nothing of unknown ones', async () => {
    await load('Postcode,lat,long\nS1 2HE,53.38,-1.47\nS1 2HF,53.40,-1.49\n');

    const { items } = await locatePostcodes(test.database, ['s12hf', 'M1 1AA', 'S1 2ZZ', 'none']);

    expect(items).toMatchObject([
      { postcode: 's12hf', precision: 'unit', longitude: -1.49, latitude: 53.4 },
      { postcode: 'S1 2ZZ', precision: 'sector', longitude: -1.48, latitude: 53.39 },
    ]);
  });
});

it('refuses a file that is no postcode list', () => {
  expect(() => recognisePostcodeFormat(['CompanyName', 'CompanyNumber'])).toThrow(
    'not a postcode list that is known (ONSPD, NSPL, Postcode,lat,long, Code-Point Open, GeoNames): CompanyName, CompanyNumber',
  );
});
