import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.js';

const url = 'postgres://atlas@localhost:55432/spike';
let database: DataSource;
beforeAll(async () => {
  database = await createDataSource(url).initialize();
});
afterAll(() => database.destroy());

it('builds exactly the schema that the entities describe', async () => {
  await database.runMigrations();
  const { upQueries } = await database.driver.createSchemaBuilder().log();
  expect(upQueries.map((q) => q.query)).toEqual([]);
});
