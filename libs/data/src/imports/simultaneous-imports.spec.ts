import { COMPANIES_HOUSE } from '../sources/source-definitions.js';
import { TEST_ENGINES, useTestDatabase } from '../test-database.js';
import { importRegister } from './import-register.js';

const HEADER = 'CompanyName,CompanyNumber,CompanyStatus,SICCode.SicText_1\n';
const COUNT = 5_000;

describe.each(TEST_ENGINES)('imports of one register at the same time on %s', (engine) => {
  const { test, files } = useTestDatabase(engine);

  /** So many companies, in an order of their own, that all have this status. */
  function edition(date: string, status: string, step: number) {
    const rows = Array.from({ length: COUNT }, (_, i) => {
      const number = 1 + ((i * step) % COUNT); // the step does not divide COUNT
      return `"FIRM ${number}","${number}","${status}","62012 - Software"\n`;
    });
    return importRegister(test.database, {
      ...files.input(`register-${date}.csv`, HEADER + rows.join('')),
      source: COMPANIES_HOUSE,
    });
  }

  const counts = () =>
    test.database.query<unknown[]>(
      `SELECT status, last_seen_on::text AS seen, count(*)::integer AS records,
              count(DISTINCT business.id)::integer AS businesses,
              (SELECT count(*)::integer FROM business) AS "all",
              (SELECT count(*)::integer FROM business_sector) AS sectors
       FROM source_record JOIN business ON business.id = business_id GROUP BY 1, 2`,
    );

  it('creates each company once', async () => {
    const [first, second] = await Promise.all([
      edition('2024-11-01', 'Active', 3),
      edition('2024-11-01', 'Active', 7),
    ]);

    expect(first.imported + second.imported).toBe(COUNT);
    expect(first.unchanged + second.unchanged).toBe(COUNT);
    const all = { records: COUNT, businesses: COUNT, all: COUNT, sectors: COUNT };
    expect(await counts()).toEqual([{ status: 'Active', seen: '2024-11-01', ...all }]);
  }, 60_000);

  it('ends with what the newest edition says, whichever is written last', async () => {
    await edition('2024-10-01', 'Active', 3);

    await Promise.all([
      edition('2024-12-01', 'Liquidation', 7),
      edition('2024-11-01', 'Active - Proposal to Strike off', 3),
    ]);

    expect(await counts()).toMatchObject([
      { status: 'Liquidation', seen: '2024-12-01', records: COUNT, all: COUNT, sectors: COUNT },
    ]);
  }, 60_000);
});
