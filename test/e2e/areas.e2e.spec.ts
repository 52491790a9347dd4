import type { AreaTable } from '@cluster-atlas/contract';
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

      await page.locator('.map .area-shape').first().waitFor();
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
      expect(await page.locator('.map .area-shape.no-data').count()).toBe(unknown);
    },
    MINUTES,
  );

  it(
    'opens the densest area and reads what the API says of it',
    async () => {
      await page.getByLabel('Coloured by').selectOption('densityPerKm2');
      const { name, matching } = densest();
      await page.locator('.area-section').getByRole('button', { name }).click();

      const panel = page.getByRole('region', { name });
      await panel.getByText(`${matching} businesses`, { exact: true }).waitFor();
      await panel.getByText(new RegExp(`of ${matching} shown`)).waitFor();
      await panel.getByText('Get these figures elsewhere').click();
      expect(await panel.locator('code').innerText()).toBe(
        `npx atlas analyse area ${densest().code} --layer ${LAYER} --sector-group dcms-digital`,
      );
    },
    MINUTES,
  );

  it(
    'compares it with the areas that are most like it',
    async () => {
      await page.getByRole('button', { name: 'Compare with these' }).click();

      const side = page.getByRole('region', { name: 'Side by side' }).last();
      await side.getByRole('columnheader', { name: densest().name }).waitFor();
      expect(new URL(page.url()).searchParams.getAll('compare')).toHaveLength(6);
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

/** One beside MediaCityUK, two with a postcode only, of which one is known, and two without a place. */
const PRIVATE_LIST = [
  'Company Name;Post Code;Latitude;Longitude',
  'Kestrel Confidential;;53,4729;-2,2997',
  'Pixel Confidential;m502eq;;',
  'Unknown Confidential;ZE1 0AA;;',
  'Nowhere Confidential;;;',
  'Paris Confidential;;48,85;2,35',
].join('\r\n');

describe('a person with a list that nobody else may see', () => {
  /** Every address that the page has asked, and everything that it has sent. */
  const asked: string[] = [];
  const sent: string[] = [];
  let own: Page;

  beforeAll(async () => {
    const postcodes = join(visit.folder, 'postcodes.csv');
    writeFileSync(postcodes, 'Postcode,lat,long\nM50 2EQ,53.4730,-2.2990\n');
    await atlas({ ATLAS_DATA_DIR: visit.folder }, 'import', 'postcodes', postcodes);
    own = await visit.browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
    own.on('request', (request) => {
      asked.push(request.url());
      if (request.postData() !== null) sent.push(`${request.url()} ${request.postData()}`);
    });
  }, MINUTES);

  afterAll(() => own.close());

  it(
    'chooses a file and sees what can be placed without asking anybody',
    async () => {
      await own.goto(`${visit.url}/?${DIGITAL}&hub=mediacityuk&clusters=shown`);
      await own.getByRole('heading', { name: 'MediaCityUK' }).waitFor();
      const before = await own.locator('.leaflet-private-list-pane canvas').count();

      await own.getByLabel(/^CSV file/).setInputFiles({
        ...{ name: 'suppliers.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`\uFEFF${PRIVATE_LIST}`),
      });

      await own.getByText('1 of 5 on the map, 2 cannot be placed').waitFor();
      await own.locator('.legend').getByText('Your list (suppliers.csv)').waitFor();
      await own.locator('.leaflet-private-list-pane canvas').first().waitFor();
      expect(before).toBe(0);
      expect(sent).toEqual([]);
    },
    MINUTES,
  );

  it(
    'lets its postcodes be looked up, and no more than these are sent',
    async () => {
      await own.getByRole('button', { name: 'Look the postcodes up' }).focus();
      await own.keyboard.press('Enter');

      await own.getByText('2 of 5 on the map, 3 cannot be placed').waitFor();
      expect(sent).toEqual([`${visit.url}/api/v1/postcodes {"postcodes":["M50 2EQ","ZE1 0AA"]}`]);
      const here = own.locator('.list-here');
      await here.getByText('2 of 2 placed businesses of your list').waitFor();
      expect(await here.getByRole('row').allInnerTexts()).toEqual([
        'Within\tOf your list',
        ...['250 m\t2', '500 m\t2', '1 km\t2', '2 km\t2'],
      ]);
      expect(await accessibilityFaults(own)).toEqual([]);
    },
    MINUTES,
  );

  it(
    'reads in the table why the others are not on the map, and shows one on it',
    async () => {
      await own.getByRole('button', { name: 'Show the table' }).focus();
      await own.keyboard.press('Enter');
      const table = own.getByRole('dialog', { name: 'suppliers.csv' });
      await table.getByLabel('Show', { exact: true }).selectOption('Not on the map');
      expect(await table.getByRole('row').allInnerTexts()).toEqual([
        expect.stringMatching(/^Name/),
        expect.stringContaining('the postcode is not known here'),
        expect.stringContaining('neither postcode nor coordinates'),
        expect.stringContaining('outside of Great Britain'),
      ]);
      expect(await accessibilityFaults(own)).toEqual([]);
      await table.getByLabel('Show', { exact: true }).selectOption('All');
      await table.getByLabel('Filter by name or postcode').fill('pixel');
      await table.getByText('1 of 1 rows shown').waitFor();

      await table.getByRole('button', { name: 'On the map: Pixel Confidential' }).click();

      await own.locator('.list-popup').getByText('Pixel Confidential').waitFor();
      expect(await accessibilityFaults(own)).toEqual([]);
    },
    MINUTES,
  );

  it(
    'counts it in a cluster and in an area, and it is gone once it is forgotten',
    async () => {
      await own.getByRole('button', { name: 'Close the density profile' }).click();
      await own.getByRole('button', { name: /^MediaCityUK: / }).click();
      await own.getByText('2 of 2 placed businesses of your list').waitFor();
      await own.getByLabel('Layer of areas').selectOption(LAYER);
      await own.locator('.area-section').getByRole('button', { name: densest().name }).click();
      const { hubs } = await visit.getJson<{ hubs: { slug: string }[] }>(
        `/api/v1/area-layers/${LAYER}/areas/${densest().code}`,
      );
      const inside = hubs.some(({ slug }) => slug === 'mediacityuk') ? 2 : 0;
      await own.locator('.list-here').getByText(`${inside} of 2 placed`).waitFor();

      await own.getByRole('button', { name: 'Forget the list' }).click();

      await own.getByText('The list is forgotten.').waitFor();
      expect(await own.locator('.leaflet-private-list-pane canvas').count()).toBe(0);
      const told = [...asked, ...sent, own.url()].join('\n');
      for (const word of ['Confidential', 'suppliers']) expect(told).not.toContain(word);
    },
    MINUTES,
  );
});

it(
  'refuses to look up what is more or other than postcodes',
  async () => {
    const ask = (body: object) =>
      fetch(`${visit.url}/api/v1/postcodes`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });

    const answer = await ask({ postcodes: ['M50 2EQ'] });
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect((await ask({ postcodes: ['M50 2EQ'], name: 'Pixel' })).status).toBe(400);
    expect((await ask({ postcodes: Array(1001).fill('M50 2EQ') })).status).toBe(400);
  },
  MINUTES,
);

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('on %s', (_, viewport) => {
  it.each(['light', 'dark'] as const)(
    'axe finds no fault in an area and in the table, %s',
    async (colorScheme) => {
      const other = await visit.browser.newPage({ viewport, colorScheme });
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
});

it(
  'answers what is not there, or no polygon, with a problem',
  async () => {
    const statusOf = async (path: string) => (await fetch(`${visit.url}/api/v1/${path}`)).status;

    expect(await statusOf('area-layers/none/areas')).toBe(404);
    expect(await statusOf(`area-layers/${LAYER}/areas/none`)).toBe(404);
    expect(await statusOf('drawn-area?corners=53,-2;54,-2')).toBe(400);
    expect(await statusOf('drawn-area?corners=53,-2;54,-3;54,-2;53,-3')).toBe(422);
    expect(await statusOf(`area-layers/${LAYER}/areas?since=2999-01-01`)).toBe(422);
  },
  MINUTES,
);

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
