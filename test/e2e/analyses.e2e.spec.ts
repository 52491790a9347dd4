import type {
  Analysis,
  AnalysisProgress,
  ClusterRun,
  KeptCluster,
  KeptMemberList,
  KeptRuns,
} from '@cluster-atlas/contract';
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { atlas } from '../support/atlas.js';
import { AtlasServer } from '../support/atlas-server.js';
import { accessibilityFaults, DESKTOP, launchBrowser } from '../support/browser.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital&eps=400&minPoints=10';
/** More labellings than a test gets through in a second, each of which counts. */
const LONG = `${DIGITAL}&labellings=9999&robustness=true`;

let server: AtlasServer;

beforeAll(async () => {
  server = await AtlasServer.start();
}, 3 * MINUTES);

afterAll(() => server.stop(), MINUTES);

async function ask(method: string, path: string) {
  const response = await fetch(`${server.url}/api/v1/${path}`, { method });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function askJson<Answer>(method: string, path: string): Promise<Answer> {
  return JSON.parse((await ask(method, path)).text) as Answer;
}

/** As a browser asks; fetch would say that it wants no cached answer. */
function statusIfKnown(path: string, etag: string): Promise<number | undefined> {
  const headers = { 'If-None-Match': etag };
  return new Promise((resolve, reject) => {
    get(`${server.url}/api/v1/${path}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
}

async function waitFor(id: string, isRight: (analysis: Analysis) => boolean): Promise<Analysis> {
  for (;;) {
    const analysis = await askJson<Analysis>('GET', `analyses/${id}`);
    if (isRight(analysis)) return analysis;
    await pause(50);
  }
}

/** The data of each server-sent event, until the server ends the stream. */
async function* eventsOf(id: string): AsyncGenerator<AnalysisProgress> {
  const { body } = await fetch(`${server.url}/api/v1/analyses/${id}/events`);
  let text = '';
  for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
    const parts = (text + piece).split('\n\n');
    text = parts.pop()!;
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data) yield JSON.parse(data) as AnalysisProgress;
    }
  }
}

describe('a program', () => {
  it('has clusters found as a job, with the answer that it would have got at once', async () => {
    const query = `${DIGITAL}&labellings=499`;

    const started = await ask('POST', `analyses?${query}`);

    expect([200, 202]).toContain(started.status);
    const { id } = JSON.parse(started.text) as Analysis;
    expect(started.headers.get('location')).toBe(`/api/v1/analyses/${id}`);
    const { state, result } = await waitFor(id, (analysis) => analysis.state !== 'running');
    expect(state).toBe('done');
    expect(result).toEqual(await askJson<ClusterRun>('GET', `clusters?${query}`));
  });

  it('gets the same bytes each time, or 304 if it has them', async () => {
    const { id } = await askJson<Analysis>('POST', `analyses?${DIGITAL}`);
    await waitFor(id, ({ state }) => state === 'done');

    const first = await ask('GET', `analyses/${id}`);
    const again = await ask('GET', `analyses/${id}`);

    expect(again.text).toBe(first.text);
    expect(await statusIfKnown(`analyses/${id}`, first.headers.get('etag')!)).toBe(304);
  });

  it('sees how far a long test is, and cancels it', async () => {
    const { id } = await askJson<Analysis>('POST', `analyses?${LONG}`);

    const { done, total, state } = await waitFor(id, (run) => run.done > 0);
    expect(state).toBe('running');
    expect(total).toBe(9999);
    expect(done).toBeLessThanOrEqual(total);
    expect(await askJson('DELETE', `analyses/${id}`)).toMatchObject({
      state: 'cancelled',
      result: null,
    });
  });

  it('is told of progress as it is made, and of the end, by events', async () => {
    const { id } = await askJson<Analysis>('POST', `analyses?${LONG}&seed=2`);
    const told: AnalysisProgress[] = [];

    for await (const progress of eventsOf(id)) {
      if (told.length === 2) await ask('DELETE', `analyses/${id}`);
      told.push(progress);
    }
    const toldLater: AnalysisProgress[] = [];
    for await (const progress of eventsOf(id)) toldLater.push(progress);

    const ended = told.pop()!;
    expect(told.every(({ state }) => state === 'running')).toBe(true);
    expect(told[1]!.done).toBeGreaterThan(told[0]!.done);
    expect(ended).toMatchObject({ id, state: 'cancelled', total: 9999 });
    expect(ended.finishedAt).not.toBeNull();
    expect(toldLater).toEqual([ended]);
  });

  it('is refused at once when so many jobs run, and no job of it is left that failed', async () => {
    const started = await Promise.all(
      Array.from({ length: 12 }, (_, i) => ask('POST', `analyses?${LONG}&seed=${100 + i}`)),
    );

    const taken = started.filter(({ status }) => status === 202);
    const jobs = taken.map(({ text }) => JSON.parse(text) as Analysis);
    expect(jobs.map(({ state }) => state)).toEqual(jobs.map(() => 'running'));
    const refused = started.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThanOrEqual(4); // 8 run at a time
    expect(refused.length + jobs.length).toBe(12);
    for (const { id } of jobs) await ask('DELETE', `analyses/${id}`);
  });

  it('leaves no work behind when it does not wait for its answers', async () => {
    const gone = new AbortController();
    const { signal } = gone;
    const left = Array.from({ length: 8 }, (_, i) =>
      fetch(`${server.url}/api/v1/clusters?${LONG}&seed=${200 + i}`, { signal }),
    );
    let eps = 300; // another one each time, since answers are kept
    const statusOfOther = async () =>
      (await ask('GET', `clusters?sectorGroup=dcms-digital&minPoints=10&eps=${eps++}`)).status;
    while ((await statusOfOther()) !== 503) await pause(10); // until all have come
    gone.abort();
    await Promise.allSettled(left);

    while ((await statusOfOther()) !== 200) await pause(50); // minutes, if they were computed
  });

  it('is told what it got wrong, and what is not there', async () => {
    expect((await ask('POST', 'analyses?eps=0')).status).toBe(400);
    expect((await ask('POST', 'analyses?date=0000-01-01')).status).toBe(400);
    expect(JSON.parse((await ask('GET', 'analyses/NONE')).text)).toMatchObject({
      type: '/problems/analysis-not-found',
      status: 404,
    });
    expect((await ask('DELETE', 'analyses/NONE')).status).toBe(404);
    expect((await ask('GET', 'analyses/NONE/events')).status).toBe(404);
  });
});

describe('an operator', () => {
  const keep = async (date: string) => {
    const words = ['analyse', 'clusters', '--sector-group', 'dcms-digital', '--date', date];
    const engine = { ATLAS_DATA_DIR: server.folder };
    const { result } = await atlas<ClusterRun & { id: string }>(
      engine,
      ...[...words, '--keep', `Digital ${date}`],
    );
    return result;
  };

  it(
    'keeps runs of two years, in which MediaCityUK is one cluster with one id',
    async () => {
      const earlier = await keep('2016-12-31');
      const later = await keep('2017-12-31');

      const [then, now] = [earlier, later].map(({ clusters }) =>
        clusters.find(({ name }) => name.startsWith('MediaCityUK')),
      );
      expect(now!.id).toBe(then!.id);
      const { versions } = await askJson<KeptCluster>('GET', `kept-clusters/${now!.id!}`);
      expect(versions.map(({ date, size }) => [date, size])).toEqual([
        ['2016-12-31', then!.size],
        ['2017-12-31', now!.size],
      ]);
      const { runs } = await askJson<KeptRuns>('GET', 'analyses');
      expect(runs.map(({ id }) => id)).toEqual([later.id, earlier.id]);
    },
    2 * MINUTES,
  );

  it('has the businesses of a cluster of a kept run listed, page by page and as a file', async () => {
    const { runs } = await askJson<KeptRuns>('GET', 'analyses');
    const { result } = await askJson<Analysis>('GET', `analyses/${runs[0]!.id}`);
    const { slug, size, cores } = result!.clusters[0]!;
    const path = `analyses/${runs[0]!.id}/clusters/${slug}/members`;

    const page = await askJson<KeptMemberList>('GET', `${path}?limit=200`);
    const file = await ask('GET', `${path}.csv`);

    expect(page.total).toBe(size);
    expect(page.items.some(({ state }) => state === 'ended')).toBe(true); // since 2017
    expect(page.items.filter(({ membership }) => membership === 'core').length).toBeLessThanOrEqual(
      cores,
    );
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text.trimEnd().split('\n')).toHaveLength(1 + size);
    expect((await ask('GET', `${path}?limit=0`)).status).toBe(400);
    expect((await ask('GET', `analyses/NONE/clusters/${slug}/members`)).status).toBe(404);
  });
});

describe('a person who looks at the map', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser.close());

  it(
    'stops the test of the clusters, and has them tested after all, with events or without',
    async () => {
      const page = await browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
      // the test of the demo takes a moment; asked for with so many labellings it takes longer
      await page.route('**/api/v1/analyses?*', (route) =>
        route.continue({ url: route.request().url().replace('labellings=999', 'labellings=9999') }),
      );

      const stream = page.waitForRequest('**/api/v1/analyses/*/events');
      await page.goto(`${server.url}/?sectorGroup=dcms-digital&clusters=shown&eps=420`);
      await page.getByText(/^\d+ of \d,\d+ random labellings$|^[\d,]+ of 9,999/).waitFor();
      expect((await stream).resourceType()).toBe('eventsource');
      await page.getByRole('button', { name: 'Stop the test' }).click();
      await page.getByText('Not tested for significance.').first().waitFor();
      await page.route('**/api/v1/analyses/*/events', (route) => route.abort());
      const question = page.waitForRequest(/analyses\/[^/]+$/);
      await page.getByRole('button', { name: 'Test them' }).click();
      await page.getByRole('progressbar', { name: /^Testing/ }).waitFor();
      expect((await question).method()).toBe('GET');
      await page.getByRole('button', { name: 'Stop the test' }).press('Enter');
      await page.getByText('Not tested for significance.').first().waitFor();
      await page.close();
    },
    MINUTES,
  );

  it(
    'chooses a kept run, and sees its clusters with their permanent ids, whatever the filters',
    async () => {
      const { runs } = await askJson<KeptRuns>('GET', 'analyses');
      const { result } = await askJson<Analysis>('GET', `analyses/${runs[0]!.id}`);
      const cluster = result!.clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;
      const page = await browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
      await page.goto(`${server.url}/?sectors=56&clusters=shown`);

      await page.getByLabel('Which clusters').selectOption(runs[0]!.id);

      await page.getByText(new RegExp(`^${result!.clusters.length} clusters`)).waitFor();
      await page
        .locator('.cluster-list')
        .getByRole('button', { name: /^MediaCityUK/ })
        .click();
      const panel = page.getByRole('region', { name: /^MediaCityUK/ });
      await panel.getByText(`Permanent id: ${cluster.id}`).waitFor();
      await panel.getByText(new RegExp(`of ${cluster.size} shown`)).waitFor();
      await panel
        .getByText(/ · core$/)
        .first()
        .waitFor();
      const versions = panel.getByRole('table').first().locator('tbody tr');
      await versions.nth(1).waitFor();
      await versions.first().getByRole('button').click();
      await page.waitForURL(new RegExp(`run=${runs[1]!.id}`));
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    MINUTES,
  );
});
