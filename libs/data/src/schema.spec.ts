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
});
