import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../open-database.js';
import { generateDemo } from './generate-demo.js';
import { loadDemo } from './load-demo.js';

describe('loadDemo', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'atlas-demo-'));
  });

  afterAll(() => rm(folder, { recursive: true, maxRetries: 20, retryDelay: 200 }));

  it('completes what was cut off, and then finds nothing to do', async () => {
    const opened = await openDatabase({ ATLAS_DATA_DIR: folder });
    const { database } = opened;
    const cutOff = loadDemo(database, ({ businesses }) => {
      if (businesses === 3_000) throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');

    const completed = await loadDemo(database);
    const again = await loadDemo(database);

    const demo = generateDemo();
    expect(completed).toMatchObject({ loaded: true, businesses: demo.length - 3_000, hubs: 0 });
    expect(again).toMatchObject({ loaded: false, businesses: 0, locations: 0, hubs: 0, areas: 0 });
    const stored = await database.query<{ externalId: string; publicId: string }[]>(
      `SELECT external_id AS "externalId", public_id AS "publicId" FROM source_record
       JOIN business ON business.id = business_id ORDER BY external_id`,
    );
    expect(stored).toEqual(demo.map(({ externalId, publicId }) => ({ externalId, publicId })));
    const [counts] = await database.query<object[]>(
      `SELECT (SELECT count(*)::integer FROM business_location) AS locations,
              (SELECT count(*)::integer FROM hub) AS hubs,
              (SELECT sum(cardinality(entity_ids))::integer FROM change
               WHERE kind = 'business.created' AND actor = 'demo') AS created`,
    );
    expect(counts).toEqual({
      locations: demo.reduce((sum, { locations }) => sum + locations.length, 0),
      hubs: 8,
      created: demo.length,
    });
    await opened.close();
  }, 180_000);
});
