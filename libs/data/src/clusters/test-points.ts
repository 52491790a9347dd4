import type { PointStore } from '@cluster-atlas/points';
import { AnalysisWorkers } from '@cluster-atlas/workers';
import { importBusinesses } from '../imports/import-businesses.js';
import { TestFiles } from '../imports/test-files.js';
import { loadPoints } from '../points/load-points.js';
import { createTestDatabase, type TestDatabase, type TestEngine } from '../test-database.js';

/** What analyses are asked with. */
export interface TestPoints extends TestDatabase {
  store: PointStore;
  workers: AnalysisWorkers;
}

/** The businesses of a list, one database for all tests of a `describe`. @param add what else it holds */
export function useTestPoints(
  engine: TestEngine,
  list: { name: string; text: string },
  add?: (database: TestDatabase['database']) => Promise<unknown>,
): TestPoints {
  const points = { workers: new AnalysisWorkers(1) } as TestPoints;

  beforeAll(async () => {
    Object.assign(points, await createTestDatabase(engine));
    const files = new TestFiles();
    await importBusinesses(points.database, files.input(list.name, list.text));
    files.remove();
    await add?.(points.database);
    points.store = await loadPoints(points.database);
  }, 120_000);

  afterAll(async () => {
    await points.workers.close();
    await points.drop();
  });

  return points;
}
