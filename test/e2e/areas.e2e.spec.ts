import type { AreaProfile, AreaTable, AreaTrend, ClusterRun } from '@cluster-atlas/contract';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { atlas } from '../support/atlas.js';
import { accessibilityFaults, DESKTOP, PHONE } from '../support/browser.js';
import { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';
const LAYER = 'synthetic-districts';

let visit: DemoVisit;
let page: Page;
let table: AreaTable;

beforeAll(async () => {
  visit = await DemoVisit.start();
  page = visit.page;
  table = await visit.getJson(`/api/v1/area-layers/${LAYER}/areas?${DIGITAL}`);
}, 3 * MINUTES);

afterAll(() => visit.end(), MINUTES);

/** The area with the most digital businesses for its size. */
function densest() {
  return [...table.areas].sort((a, b) => b.densityPerKm2! - a.densityPerKm2!)[0]!;
}

describe('a policymaker', () => {
  it(
    'chooses a layer and sees every area of it coloured',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}`);
      await page.getByLabel('Layer of areas').selectOption(LAYER);

      await page
        .locator('.map .area-shape')
        .nth(table.areas.length - 1)
        .waitFor();
      await page.locator('.area-legend').getByText('Businesses per km²').waitFor();
      expect(await page.locator('.map .area-shape').count()).toBe(table.areas.length);
      expect(new URL(page.url()).searchParams.get('areas')).toBe(LAYER);
    },
    MINUTES,
  );

  it(
    'sees areas without a quotient as such',
    async () => {
      await page.getByLabel('Coloured by').selectOption('lq');

      await page.locator('.area-legend').getByText('no data').waitFor();
      const unknown = table.areas.filter(({ lq }) => lq === null).length;
      await page
        .locator('.map .area-shape.no-data')
        .nth(unknown - 1)
        .waitFor();
      expect(await page.locator('.map .area-shape.no-data').count()).toBe(unknown);
    },
    MINUTES,
  );

  it(
    'opens the densest area and reads what the API says of it',
    async () => {
      await page.getByLabel('Coloured by').selectOption('densityPerKm2');
      const { name, matching } = densest();
      await page.locator('.area-section').getByRole('button', { name }).press('Enter');

      const panel = page.getByRole('region', { name });
      await panel.getByText(`${matching} businesses`, { exact: true }).waitFor();
      await panel.getByText(new RegExp(`of ${matching} shown`)).waitFor();
      await panel.getByText('Get these figures elsewhere').press('Enter');
      expect(await panel.locator('code').innerText()).toBe(
        `npx atlas analyse area ${densest().code} --layer ${LAYER} --sector-group dcms-digital`,
      );
    },
    MINUTES,
  );

  it(
    'compares it with the areas that are most like it',
    async () => {
      await page.getByRole('button', { name: 'Compare with these' }).press('Enter');

      const side = page.getByRole('region', { name: 'Side by side' }).last();
      await side.getByRole('columnheader', { name: densest().name }).waitFor();
      expect(new URL(page.url()).searchParams.getAll('compare')).toHaveLength(6);
    },
    MINUTES,
  );
});

describe('a researcher', () => {
  it(
    'is told how to load jobs where there are none, and then compares them',
    async () => {
      await page.goto(`${visit.url}/?areas=${LAYER}&area=${LAYER}:DEMO32`);
      await page.getByRole('group', { name: 'What is counted' }).getByText('Jobs').press('Enter');
      await page.getByText('No employment data is loaded for this layer.').waitFor();

      const file = join(visit.folder, 'jobs.csv');
      const rows = ['DEMO32,62,300', 'DEMO32,47,100', 'DEMO33,62,100', 'DEMO33,47,300'];
      writeFileSync(file, `date,code,sic,jobs\n${rows.map((row) => `2021,${row}\n`).join('')}`);
      const { result } = await atlas<{ imported: number }>(
        { ATLAS_DATA_DIR: visit.folder },
        ...['import', 'employment', file, '--map', 'area=code'],
      );
      expect(result.imported).toBe(4);
      await page.reload();

      await page.getByText('400 jobs in 2021').waitFor();
      // 300 of 400 here, 400 of 800 in both; Python: 1.5 * exp(±1.96 * sqrt(1/300 - 1/800))
      const software = page.getByRole('row', { name: /^62 Computer programming/ });
      expect(await software.innerText()).toMatch(/300\s+75%\s+50%\s+1\.50 \(1\.37–1\.64\)/);
      expect(new URL(page.url()).searchParams.get('basis')).toBe('jobs');
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    MINUTES,
  );
});

describe('a person who uses the keyboard', () => {
  it(
    'sorts the table, and the address follows',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}&areas=${LAYER}&view=areas`);
      const header = page.getByRole('columnheader', { name: 'All businesses' });
      await header.getByRole('button').focus();

      await page.keyboard.press('Enter');

      await page.waitForURL(/areaSort=-all/);
      expect(await header.getAttribute('aria-sort')).toBe('descending');
      const largest = [...table.areas].sort((a, b) => b.all - a.all)[0]!;
      expect(await page.locator('.area-table tbody th').first().innerText()).toBe(largest.name);
    },
    MINUTES,
  );

  it(
    'draws an area by moving the map and pressing Enter',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}&map=12/53.45/-2.3&drawn=`);
      await page.getByRole('heading', { level: 2, name: 'Drawn area' }).waitFor();
      await page.getByText(/businesses in view/).waitFor(); // of the map, which listens by then
      const map = page.getByRole('application');
      const corners = () => new URL(page.url()).searchParams.get('drawn')!.split(';').length;
      await map.focus();
      await page.keyboard.press('Enter');
      await page.getByText('1 corner', { exact: true }).waitFor();

      for (const key of ['ArrowRight', 'ArrowUp']) {
        const before = page.url();
        await page.keyboard.press(key);
        await page.waitForURL((url) => url.href !== before);
        const moved = corners();
        await page.keyboard.press('Enter');
        await page.getByText(`${moved + 1} corners`, { exact: true }).waitFor();
      }

      await page.getByRole('heading', { name: 'Businesses in the area' }).waitFor();
      expect(corners()).toBe(3);
    },
    MINUTES,
  );

  it(
    'types corners and gets the figures of the API',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}&drawn=`);
      await page.getByText('Type or paste corners').click();
      const box = page.getByLabel('Latitude and longitude of each corner');
      await box.fill('53.45, -2.3\n53.5, here');
      await page.getByRole('button', { name: 'Use these corners' }).click();
      await page.getByText('Each line needs a latitude').waitFor();

      await box.fill('53.45, -2.3\n53.5, -2.3\n53.5, -2.2\n53.45, -2.2');
      await page.getByRole('button', { name: 'Use these corners' }).click();

      const drawn = await visit.getJson<{ measures: { matching: number } }>(
        `/api/v1/drawn-area?${DIGITAL}&corners=53.45,-2.3;53.5,-2.3;53.5,-2.2;53.45,-2.2`,
      );
      await page.getByText(`${drawn.measures.matching} businesses`, { exact: true }).waitFor();
    },
    MINUTES,
  );
});

describe('a person who asks what a cluster is made of', () => {
  it(
    'reads its years, its divisions beside everything loaded, and the clusters most like it',
    async () => {
      const { clusters } = await visit.getJson<ClusterRun>(`/api/v1/clusters?${DIGITAL}`);
      const { slug } = clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;
      const trend = await visit.getJson<AreaTrend>(`/api/v1/clusters/${slug}/trend?${DIGITAL}`);
      const profile = await visit.getJson<AreaProfile>(
        `/api/v1/clusters/${slug}/profile?${DIGITAL}`,
      );
      await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&cluster=${slug}`);
      const panel = page.getByRole('region', { name: /^MediaCityUK/ });
      const rowsOf = (name: string) =>
        panel.getByRole('region', { name, exact: true }).locator('tbody tr');

      await rowsOf('Years within the boundary of today').first().waitFor();
      await rowsOf('All businesses within the outline').first().waitFor();

      const years = await rowsOf('Years within the boundary of today').allInnerTexts();
      expect(years.map((row) => row.split('\t').slice(0, 3))).toEqual(
        trend.points.map(({ date, matching, all }) => [
          new Date(date).toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }),
          ...[String(matching), String(all)],
        ]),
      );
      const [first] = profile.divisions;
      const division = await rowsOf('All businesses within the outline').first().innerText();
      expect(division).toContain(`${first!.code} ${first!.title}\t${first!.count}\t`);
      for (const { name, all } of profile.peers) {
        await panel.getByRole('button', { name: `${name} ${all} businesses, distance` }).waitFor();
      }
    },
    MINUTES,
  );

  it(
    'puts it side by side with an area',
    async () => {
      await page.goto(`${page.url()}&compare=${LAYER}:${densest().code}`);
      await page.getByRole('button', { name: 'Add to the comparison' }).press('Enter');
      await page.getByRole('button', { name: 'Side by side (2)' }).press('Enter');

      const side = page.getByRole('region', { name: 'Side by side' }).last();
      await side.getByRole('columnheader', { name: /^MediaCityUK/ }).waitFor();
      const years = page
        .locator('.comparison')
        .getByRole('region', { name: 'Years within the boundary of today' })
        .locator('tbody tr');
      await years.nth(1).waitFor();
      expect(await years.allInnerTexts()).toEqual([
        expect.stringMatching(new RegExp(`^${densest().name}\t`)),
        expect.stringMatching(/^MediaCityUK/),
      ]);
      await page.locator('.comparison .chart svg').waitFor();
    },
    MINUTES,
  );
});

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])(
  'axe finds no fault in an area and in the table on %s',
  async (_, viewport) => {
    const other = await visit.browser.newPage({ viewport });
    const { code } = densest();
    const area = `${LAYER}:${code}`;
    await other.goto(`${visit.url}/?${DIGITAL}&areas=${LAYER}&area=${area}`);
    await other.getByText('What its businesses do').waitFor();
    expect(await accessibilityFaults(other)).toEqual([]);

    await other.goto(`${visit.url}/?${DIGITAL}&areas=${LAYER}&view=areas&compare=${area}`);
    await other.locator('.area-table tbody th').first().waitFor();
    expect(await accessibilityFaults(other)).toEqual([]);
    await other.close();
  },
  MINUTES,
);

it(
  'answers what is not there, or no polygon, with a problem',
  async () => {
    const statusOf = async (path: string) => (await fetch(`${visit.url}/api/v1/${path}`)).status;

    expect(await statusOf('area-layers/none/areas')).toBe(404);
    expect(await statusOf(`area-layers/${LAYER}/areas/none`)).toBe(404);
    expect(await statusOf('drawn-area?corners=53,-2;54,-2')).toBe(400);
    expect(await statusOf('drawn-area?corners=53,-2;54,-3;54,-2;53,-3')).toBe(422);
    expect(await statusOf('drawn-area?corners=0,88;1,88;1,89')).toBe(422);
    expect(await statusOf(`area-layers/${LAYER}/areas?since=2999-01-01`)).toBe(422);
  },
  MINUTES,
);

it(
  'answers so many new areas at once, and asks who comes too late to come again',
  async () => {
    const ask = (i: number) =>
      fetch(
        `${visit.url}/api/v1/drawn-area?corners=53.45,-2.3;53.5,-2.3;53.5,${-2.2 - i / 10_000}`,
      );

    const answers = await Promise.all(Array.from({ length: 300 }, (_, i) => ask(i)));

    const late = answers.filter(({ status }) => status === 503);
    expect(late.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBe(300 - late.length);
    expect(late[0]!.headers.get('Retry-After')).toBe('5');
    expect(await late[0]!.json()).toMatchObject({ type: '/problems/busy', title: 'Busy' });
  },
  MINUTES,
);

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
