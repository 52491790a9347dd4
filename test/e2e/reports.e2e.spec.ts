import type {
  AddressList,
  AreaClusters,
  AreaProfile,
  ClusterRun,
  HubDensity,
} from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, PHONE } from '../support/browser.js';
import { DemoVisit } from '../support/demo-visit.js';
import { readMapColour, pagesOf } from '../support/printed-page.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';
const AREA = 'synthetic-districts:DEMO32';

let visit: DemoVisit;
let page: Page;
let cluster: ClusterRun['clusters'][number];

beforeAll(async () => {
  visit = await DemoVisit.start();
  page = visit.page;
  const { clusters } = await visit.getJson<ClusterRun>(`/api/v1/clusters?${DIGITAL}`);
  cluster = clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;
}, 3 * MINUTES);

afterAll(() => visit.end(), MINUTES);

const clusterPage = () => `/?${DIGITAL}&clusters=shown&cluster=${cluster.slug}`;
const areaPage = `/?${DIGITAL}&areas=synthetic-districts&area=${AREA}`;
const hubPage = `/?${DIGITAL}&hub=mediacityuk`;

describe('a person who prints', () => {
  /** What the paper says of a page, as who reads in the dark prints it. */
  async function print(path: string, shown: string) {
    await page.emulateMedia({ media: null, colorScheme: 'dark' });
    await page.goto(visit.url + path);
    const body = page.locator('.side-panel-body');
    await body.getByText(shown, { exact: true }).first().waitFor();
    await body.getByText(/of \d+ shown$|^Nearest businesses/).waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
    const onScreen = await page.locator('details[open]').count();
    const pages = pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    await page.emulateMedia({ media: 'print' });
    await page.locator('.report-head').waitFor();
    const report = {
      pages,
      text: await page.locator('body').innerText(),
      controls: await page
        .locator('button:visible, input:visible, textarea:visible')
        .allInnerTexts(),
      width: await page.evaluate(() => document.documentElement.scrollWidth),
      map: await page.locator('.map').boundingBox(),
      sea: await readMapColour(page),
    };
    await page.emulateMedia({ media: null, colorScheme: 'light' });
    await page.locator('.report-head').waitFor({ state: 'detached' });
    expect(await page.locator('details[open]').count()).toBe(onScreen);
    return report;
  }

  it.each([
    ['a cluster', clusterPage, 'Businesses of the cluster', 10],
    ['an area', () => areaPage, 'Businesses in the area', 10],
    ['a hub', () => hubPage, 'Density by distance', 5],
  ])(
    'gets a report of %s: figures, methods and citation without controls',
    async (_, path, shown, mostPages) => {
      await page.setViewportSize({ width: 680, height: 800 }); // A4 within its margins

      const { pages, text, controls, width, map, sea } = await print(path(), shown);

      expect(pages).toBeGreaterThan(1);
      expect(pages).toBeLessThanOrEqual(mostPages);
      expect(text).toMatch(/Selection: Group: Digital sector · On \d+ \w+ \d{4}/);
      expect(text).toContain(`Source: Cluster Atlas, ${visit.url}/?${DIGITAL}`);
      expect(text).toMatch(/Printed on \d+ \w+ \d{4}/);
      expect(text).toContain('How this was measured');
      expect(text).toContain('EPSG:27700');
      expect(text).toMatch(/To cite\s+Cluster Atlas\. /);
      expect(text).not.toMatch(/CSV|BibTeX|Filter by name|iframe/);
      expect(
        controls.filter((name) => /print|copy|more|download|close|compar/i.test(name)),
      ).toEqual([]);
      expect(width).toBe(680);
      // 180 mm x 105 mm at 96 dots per inch
      expect(map!.width).toBeCloseTo(680.3, 0);
      expect(map!.height).toBeCloseTo(396.9, 0);
      expect(sea).toBe('rgb(223, 231, 234)');
    },
    MINUTES,
  );
});

it(
  'prints by a button, once the map is there in the size and the colours of paper',
  async () => {
    await page.setViewportSize(DESKTOP);
    await page.goto(visit.url + hubPage);
    await page.getByText('Cite, embed, print').click();
    const printed = page.evaluate(
      () =>
        new Promise((resolve) => {
          window.print = () => {
            const { width, height } = document.querySelector('.map')!.getBoundingClientRect();
            resolve([Math.round(width), Math.round(height)]);
            window.dispatchEvent(new Event('afterprint'));
          };
        }),
    );

    await page.getByRole('button', { name: 'Print, or save as PDF' }).click();

    expect(await printed).toEqual([680, 397]);
    await page.locator('.report-head').waitFor({ state: 'detached' });
  },
  MINUTES,
);

describe('a person who cites', () => {
  const today = new Date().toISOString().slice(0, 10);
  const hub = () => visit.getJson<HubDensity>(`/api/v1/density/mediacityuk?${DIGITAL}`);
  const area = () =>
    visit.getJson<AreaProfile>(`/api/v1/area-layers/synthetic-districts/areas/DEMO32?${DIGITAL}`);

  it.each<[string, () => string, () => string | Promise<string>]>([
    ['a cluster', clusterPage, () => `${cluster.name}: ${cluster.size} businesses (`],
    [
      'an area',
      () => areaPage,
      async () => `Synthetic district 32: ${(await area()).measures.matching} businesses (`,
    ],
    [
      'a hub',
      () => hubPage,
      async () => `MediaCityUK: ${(await hub()).rings.at(-1)!.count} businesses within 2 km (`,
    ],
    ['years', () => `/?${DIGITAL}&clusters=shown&view=time`, () => 'Clusters over time ('],
    [
      'areas',
      () => `/?${DIGITAL}&areas=synthetic-districts&view=areas`,
      () => 'Areas as a table (',
    ],
    ['M(r)', () => `/?${DIGITAL}&concentration=shown`, () => 'Does the selection gather?: '],
    ['coverage', () => `/?${DIGITAL}&trust=all`, () => 'How far can this be trusted? ('],
  ])(
    'gets for %s what it is, the day of the data and an address that keeps it',
    async (_, path, words) => {
      await page.goto(visit.url + path());
      await page.getByText(/^Cite, (embed, )?print$/).click();

      await page.getByRole('button', { name: 'Remove filter: Group: Digital sector' }).waitFor();
      const citation = await page.getByRole('textbox', { name: 'To cite' }).inputValue();
      const bibtex = await page.getByRole('textbox', { name: 'BibTeX' }).inputValue();

      expect(citation).toContain(`Cluster Atlas. ${await words()}`);
      expect(citation).toMatch(/Group: Digital sector · On \d+ \w+ \d{4}\)\. Retrieved \d+ \w+/);
      const address = new URL(/from (\S+)$/.exec(citation)![1]!);
      expect(address.searchParams.get('date')).toBe(today);
      expect(bibtex).toContain(`url = {${address.href}}`);
      expect(bibtex).toContain(`urldate = {${today}}`);
    },
    MINUTES,
  );
});

describe('a person who draws an area smaller than a cluster', () => {
  const CORNERS = '53.472,-2.3;53.4735,-2.3;53.4735,-2.297;53.472,-2.297';

  it(
    'finds the cluster that it cuts, opens it, and puts the area side by side with another',
    async () => {
      const { items } = await visit.getJson<AreaClusters>(
        `/api/v1/drawn-area/clusters?${DIGITAL}&corners=${CORNERS}`,
      );
      expect(items.map(({ slug }) => slug)).toEqual([cluster.slug]);
      await page.goto(`${visit.url}/?${DIGITAL}&drawn=${CORNERS}&compare=${AREA}`);
      const met = page.getByRole('region', { name: 'Drawn area' }).getByRole('button', {
        name: `${cluster.name} ${cluster.size} businesses`,
      });
      await met.waitFor();
      await page.getByText('Type or paste corners').click();
      expect(await accessibilityFaults(page)).toEqual([]);

      await page.getByRole('button', { name: 'Add to the comparison' }).click();
      await page.getByRole('button', { name: 'Side by side (2)' }).click();

      await page.locator('.comparison .chart svg').waitFor();
      const names = page.locator('.comparison').getByRole('columnheader');
      await names.filter({ hasText: 'Drawn area' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    MINUTES,
  );
});

describe('a person who asks who is in one building', () => {
  it(
    'gets by keyboard from the badge on the map to all of them, by sector',
    async () => {
      const { items } = await visit.getJson<AddressList>('/api/v1/coverage/addresses');
      const { latitude, longitude, businesses } = items[0]!;
      await page.goto(`${visit.url}/?map=18/${latitude.toFixed(5)}/${longitude.toFixed(5)}`);
      await page.locator('.map canvas').first().waitFor();
      await page.getByRole('application').focus();

      await page.keyboard.press('Enter');

      await page.getByRole('heading', { name: `${businesses} businesses at this place` }).waitFor();
      const list = page.getByRole('region', { name: 'Businesses at this place, by sector' });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await list.evaluate((region) => region.contains(document.activeElement))).toBe(true);
      expect(await list.locator('.business').count()).toBeGreaterThan(0);
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    MINUTES,
  );
});

describe('axe finds no fault', () => {
  it.each<[string, string, (shown: Page) => Promise<unknown>]>([
    [
      'where corners are refused',
      `?${DIGITAL}&drawn=53.45,-2.3;53.5,-2.2;53.5,-2.3;53.45,-2.2`,
      (shown) => shown.getByRole('alert').getByText('This could not be loaded.').waitFor(),
    ],
    [
      'where a cluster is there no more',
      `?sectors=02&clusters=shown&cluster=gone`,
      (shown) => shown.getByText('there is no such cluster').waitFor(),
    ],
    [
      'in M(r) without a sector',
      '?concentration=shown',
      (shown) => shown.locator('.side-panel .empty').waitFor(),
    ],
    [
      'in an open list of what was searched',
      '',
      async (shown) => {
        await shown.getByRole('combobox', { name: /^Search/ }).fill('media');
        await shown.locator('.found').getByRole('option').first().waitFor();
      },
    ],
    [
      'in a citation, and where to get the figures',
      hubPage.slice(1),
      async (shown) => {
        await shown.getByText('Cite, embed, print').click();
        await shown.getByText('Get these figures elsewhere').click();
      },
    ],
  ])(
    '%s',
    async (_, query, reach) => {
      await page.goto(`${visit.url}/${query}`);
      await reach(page);

      expect(await accessibilityFaults(page)).toEqual([]);
    },
    MINUTES,
  );

  it(
    'in the filters of a phone',
    async () => {
      await page.setViewportSize(PHONE);
      await page.goto(`${visit.url}/?${DIGITAL}`);
      await page.getByRole('button', { name: 'Explore clusters, hubs and filters' }).click();
      await page.getByRole('dialog').getByText('Hubs').waitFor();

      expect(await accessibilityFaults(page)).toEqual([]);
    },
    MINUTES,
  );
});

it('none of the pages reported an error but what was refused', () => {
  expect(visit.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
});
