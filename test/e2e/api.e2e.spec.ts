import type { BusinessList, Facets, HubDensity } from '@cluster-atlas/contract';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atlas } from '../support/atlas.js';
import { AtlasServer } from '../support/atlas-server.js';

const MINUTES = 60_000;

let server: AtlasServer;
let files: string;

beforeAll(async () => {
  server = await AtlasServer.start('--empty');
  files = mkdtempSync(join(tmpdir(), 'atlas-files-'));
}, 3 * MINUTES);

afterAll(async () => {
  rmSync(files, { recursive: true });
  await server.stop();
}, MINUTES);

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, { headers });
}

async function getJson<Answer>(path: string): Promise<Answer> {
  return (await (await get(path)).json()) as Answer;
}

/** Asks until the answer is as wanted; the server reads the change feed twice a second. */
async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isRight: (answer: Answer) => boolean,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    await pause(100);
  }
}

/** Bytes as sent: fetch would decompress them. */
function rawEncoding(path: string, accepts: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    request(`${server.url}${path}`, { headers: { 'Accept-Encoding': accepts } }, (response) => {
      response.resume();
      resolve(response.headers['content-encoding']);
    })
      .on('error', reject)
      .end();
  });
}

const TILE = '/tiles/counts/9/252/165';

describe('an empty atlas', () => {
  it('is ready, and says that nothing is loaded', async () => {
    expect(await getJson('/health/ready')).toEqual({ status: 'ready', businesses: 0 });
    expect(await getJson('/api/v1/map-settings')).toMatchObject({ extent: null });
    expect((await getJson<HubDensity>('/api/v1/density/53.4729,-2.2997')).rings[0]).toMatchObject({
      count: 0,
      lq: null,
    });
  });

  it('answers 204 for a tile without businesses', async () => {
    expect((await get(TILE)).status).toBe(204);
    expect((await get('/tiles/sites/14/8088/5294')).status).toBe(204);
  });
});

describe('an import beside the running server', () => {
  it(
    'joins its database, and the server follows',
    async () => {
      const path = join(files, 'BasicCompanyData-2025-01-01.csv');
      const header =
        'CompanyName,CompanyNumber,CompanyStatus,IncorporationDate,SICCode.SicText_1,Easting,Northing';
      const rows = Array.from(
        { length: 60 },
        (_, i) =>
          `COMPANY ${i},${10_000_000 + i},Active,01/02/2020,62012 - Software,${380_000 + i},397000`,
      );
      writeFileSync(path, [header, ...rows].join('\n'));

      const { result } = await atlas<{ imported: number }>(
        { ATLAS_DATA_DIR: server.folder },
        'import',
        'companies-house',
        path,
      );

      expect(result.imported).toBe(60);
      const facets = await eventually(
        () => getJson<Facets>('/api/v1/facets?sectors=62'),
        ({ total }) => total === 60,
      );
      expect(facets.divisions.find(({ value }) => value === '62')).toMatchObject({ count: 60 });
    },
    MINUTES,
  );

  it('counts the discs by hand’s count', async () => {
    // 60 companies, a metre apart to the east of 380000: 11 within 10 m, all within 100 m
    const at = await getJson<BusinessList>('/api/v1/businesses?site=380000,397000');
    const { latitude, longitude } = at.items[0]!;

    const { rings } = await getJson<HubDensity>(
      `/api/v1/density/${latitude},${longitude}?radii=10.5,100`,
    );

    expect(rings.map(({ count }) => count)).toEqual([11, 60]);
    expect(rings[1]!.densityPerKm2).toBeCloseTo(60 / (Math.PI * 0.01), 6);
  });

  it('lists all of them once, page by page, nearest first', async () => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: BusinessList = await getJson<BusinessList>(
        `/api/v1/businesses?near=53.4694,-2.3012&limit=25${cursor && `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(60);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }

    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
  });
});

describe('a tile', () => {
  it('is not sent again while nothing has changed', async () => {
    const first = await get(TILE);
    const tag = first.headers.get('etag')!;

    const second = await get(TILE, { 'If-None-Match': tag });

    expect(first.status).toBe(200);
    expect(tag).toMatch(/^"/);
    expect(second.status).toBe(304);
  });

  it('has another tag under another filter', async () => {
    const tags = await Promise.all(
      [TILE, `${TILE}?sectors=62`, `${TILE}?date=2020-01-01`].map(async (path) =>
        (await get(path)).headers.get('etag'),
      ),
    );

    expect(new Set(tags).size).toBe(3);
  });

  it('is refused beyond the edge of the world', async () => {
    const response = await get('/tiles/counts/3/8/0');

    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('every answer', () => {
  it('is compressed as the client wishes', async () => {
    expect(await rawEncoding('/api/v1/openapi.json', 'br')).toBe('br');
    expect(await rawEncoding('/api/v1/openapi.json', 'gzip')).toBe('gzip');
    expect(await rawEncoding('/api/v1/openapi.json', 'identity')).toBeUndefined();
  });

  it('carries strict security headers and the request’s id', async () => {
    const { headers } = await get('/', { 'X-Request-Id': 'my-request', Accept: 'text/html' });

    expect(headers.get('x-request-id')).toBe('my-request');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('names what was wrong with a request', async () => {
    const response = await get('/api/v1/businesses?limit=0&colour=red');

    const problem = (await response.json()) as { status: number; errors: { pointer: string }[] };
    expect(response.status).toBe(400);
    expect(problem.errors.map(({ pointer }) => pointer).sort()).toEqual(['colour', 'limit']);
  });

  it.each(['search?q=ab%00', 'density/%00', 'analyses/%00', 'clusters?sectorGroup=%00'])(
    'is refused with the character 0 in it, which no database can look for: %s',
    async (path) => {
      const response = await get(`/api/v1/${path}`);

      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ type: '/problems/invalid-request' });
    },
  );

  it('is a 404 with a problem for a hub that nobody knows', async () => {
    const response = await get('/api/v1/density/nowhere');

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: '/problems/hub-not-found', status: 404 });
  });
});

it('counts requests for Prometheus', async () => {
  expect(await (await get('/metrics')).text()).toMatch(
    /atlas_http_request_seconds_count\{.*route="\/api\/v1\/facets"/,
  );
});
