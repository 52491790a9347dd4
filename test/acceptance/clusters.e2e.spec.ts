import type { BusinessList, ClusterRun } from '@cluster-atlas/contract';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AtlasServer } from '../support/atlas-server.js';
import { atlas, type Engine } from '../support/atlas.js';
import { positionedRegister } from '../support/digital-firms.js';
import { gunzippedLines } from '../support/oracle-files.js';
import { PostgresCluster } from '../support/postgres-cluster.js';
import { sharedOracle } from '../support/shared-data.js';

const MINUTES = 60_000;
const SELECTION = {
  sectors: '58,59,60,61,62,63',
  primaryOnly: 'true',
  status: 'Active',
  massAddresses: 'include',
  date: '2024-11-30',
};
const RULE = { method: 'dbscan', eps: '250', minPoints: '20', labels: 'sklearn' };
const OPTIONS = [
  ...['--method', 'dbscan', '--eps', '250', '--min-points', '20', '--labels', 'sklearn'],
  ...['--sectors', SELECTION.sectors, '--primary-only', '--status', 'Active'],
  ...['--mass-addresses', 'include', '--date', SELECTION.date],
];

/** R dbscan 1.1-11: the cluster of each company, 0 for noise. */
const reference = gunzippedLines(
  sharedOracle('south-yorkshire/digital_dbscan_eps250_min20.csv.gz'),
).map((line) => Number(line.split(',')[1]));

function sizesOf(labels: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const label of labels) if (label > 0) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].sort((a, b) => b - a);
}

function expectAsInR({ clusters, noise, core, points }: ClusterRun): void {
  expect(points).toBe(reference.length);
  expect(noise).toBe(reference.filter((label) => label === 0).length);
  expect(core).toBe(1488); // R: sum(is.corepoint(firms, eps = 250, minPts = 20))
  expect(clusters.map(({ size }) => size)).toEqual(sizesOf(reference));
}

let cluster: PostgresCluster;
let server: AtlasServer;
let folder: string;
let engines: Record<'embedded' | 'postgresql', Engine>;

beforeAll(async () => {
  [cluster, server] = await Promise.all([PostgresCluster.start(), AtlasServer.start('--empty')]);
  folder = mkdtempSync(join(tmpdir(), 'atlas-clusters-'));
  engines = {
    embedded: { ATLAS_DATA_DIR: server.folder },
    postgresql: { DATABASE_URL: cluster.createDatabase('clusters') },
  };
  const register = positionedRegister(folder);
  await Promise.all(
    Object.values(engines).map((engine) => atlas(engine, 'import', 'businesses', register)),
  );
}, 5 * MINUTES);

afterAll(async () => {
  cluster.stop();
  await server.stop();
  rmSync(folder, { recursive: true });
}, MINUTES);

it.each(['embedded', 'postgresql'] as const)(
  'the digital clusters of South Yorkshire are those of R on %s',
  async (name) => {
    const { result } = await atlas<ClusterRun>(engines[name], 'analyse', 'clusters', ...OPTIONS);

    expectAsInR(result);
    expect(new Set(result.clusters.map((each) => each.name)).size).toBe(22);
  },
  MINUTES,
);

it(
  'the usual labels move border points only',
  async () => {
    const options = OPTIONS.filter((option) => !['--labels', 'sklearn'].includes(option));

    const { result } = await atlas<ClusterRun>(engines.embedded, 'analyse', 'clusters', ...options);

    expect(result).toMatchObject({ noise: 2629, core: 1488, definition: { labels: 'nearest' } });
    expect(result.clusters).toHaveLength(22);
  },
  MINUTES,
);

it(
  'prints the outlines, each around all its core points',
  async () => {
    const { result } = await atlas<{
      features: { properties: { matching: number; cores: number } }[];
    }>(engines.embedded, 'analyse', 'clusters', ...OPTIONS, '--format', 'geojson');

    expect(result.features).toHaveLength(22);
    for (const { properties } of result.features) {
      expect(properties.matching).toBeGreaterThanOrEqual(properties.cores);
    }
  },
  MINUTES,
);

describe('the server', () => {
  const query = new URLSearchParams({ ...SELECTION, ...RULE }).toString();
  const get = (path: string) => fetch(`${server.url}/api/v1/${path}`);

  it(
    'finds the same clusters once it has read the register',
    async () => {
      let run: ClusterRun;
      do run = (await (await get(`clusters?${query}`)).json()) as ClusterRun;
      while (run.points < reference.length);

      expectAsInR(run);
    },
    2 * MINUTES,
  );

  it('lists the businesses of a cluster', async () => {
    const run = (await (await get(`clusters?${query}`)).json()) as ClusterRun;
    const { slug, size } = run.clusters[0]!;

    const members = (await (
      await get(`clusters/${slug}/members?${query}&limit=20`)
    ).json()) as BusinessList;

    expect(members).toMatchObject({ total: size, nextCursor: '20' });
    expect(members.items).toHaveLength(20);
  });

  it('sends all of them as a file', async () => {
    const run = (await (await get(`clusters?${query}`)).json()) as ClusterRun;
    const { slug, size } = run.clusters[0]!;

    const response = await get(`clusters/${slug}/members.csv?${query}`);

    expect(response.headers.get('content-disposition')).toBe(`attachment; filename=${slug}.csv`);
    const lines = (await response.text()).trim().split('\n');
    expect(lines[0]).toMatch(/^id,name,status/);
    expect(lines).toHaveLength(size + 1);
  });

  it('says what is wrong with a request, and that there is no such cluster', async () => {
    const bad = await get('clusters?eps=0&minPoints=1.5');
    const gone = await get(`clusters/nowhere/members?${query}`);

    expect(bad.status).toBe(400);
    expect(((await bad.json()) as { errors: { pointer: string }[] }).errors).toMatchObject([
      { pointer: 'eps' },
      { pointer: 'minPoints' },
    ]);
    expect(gone.status).toBe(404);
    expect(await gone.json()).toMatchObject({ type: '/problems/cluster-not-found' });
  });
});
