import { createTestDatabase, TEST_ENGINES, type TestDatabase } from './test-database.js';

describe.each(TEST_ENGINES)('the schema on %s', (engine) => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase(engine);
  }, 120_000);

  afterAll(() => test.drop());

  it('is exactly what the entities describe', async () => {
    const { upQueries } = await test.database.driver.createSchemaBuilder().log();

    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('goes down to nothing and up again', async () => {
    const { database } = test;
    const { migrations } = database;

    for (const _ of migrations) await database.undoLastMigration();
    const [tables] = await database.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM pg_tables
       WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'spatial_ref_sys')`,
    );
    await database.runMigrations();

    expect(tables!.count).toBe(0);
    const { upQueries } = await database.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
  });

  it('refuses references to sources and sectors that are not there, and to take them away', async () => {
    const { database } = test;
    await test.clear();
    const [business] = await database.query<{ id: number }[]>(
      `INSERT INTO business (public_id, name) VALUES ('x', 'X') RETURNING id`,
    );
    const link = `INSERT INTO business_sector (business_id, position, sector_id) VALUES ($1, 1, $2)`;
    const [sector] = await database.query<{ id: number }[]>(`SELECT min(id) AS id FROM sector`);

    await expect(database.query(link, [business!.id, 0])).rejects.toMatchObject({
      driverError: { code: '23503' },
      message: 'business_sector refers to a sector that is not there',
    });
    await expect(
      database.query(
        `INSERT INTO business_location (business_id, kind, source_id) VALUES ($1, 'trading', 0)`,
        [business!.id],
      ),
    ).rejects.toThrow('business_location refers to a source that is not there');
    await database.query(link, [business!.id, sector!.id]);
    await expect(database.query(`DELETE FROM sector`)).rejects.toThrow('a sector is never deleted');
    await expect(database.query(`UPDATE business_sector SET sector_id = 0`)).rejects.toThrow(
      'the sector of a business_sector is not changed',
    );
  });
});
