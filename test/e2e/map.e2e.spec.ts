import type { Concentration } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, PHONE } from '../support/browser.js';
import { DemoVisit } from '../support/demo-visit.js';
import { readPng, readSvg, saveBy } from '../support/saved-files.js';

const MINUTES = 60_000;

/** A grey PNG. */
const ONE_PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mOsrwcAAYUBAlPNsd8AAAAASUVORK5CYII=';

let visit: DemoVisit;
let page: Page;

beforeAll(async () => {
  visit = await DemoVisit.start();
  page = visit.page;
}, 3 * MINUTES);

afterAll(() => visit.end(), MINUTES);

/** The rows of a hub's table of rings, as a reader sees them. */
async function ringRows(from: Page): Promise<string[]> {
  const table = from.getByRole('table', { name: 'Within each radius' });
  await table.waitFor();
  return table.getByRole('row').allInnerTexts();
}

describe('a policymaker', () => {
  it(
    'opens the map and sees the demo',
    async () => {
      await page.goto(visit.url);

      await page.getByText(/businesses in view/).waitFor();
      await page.getByRole('application', { name: 'Map of businesses' }).waitFor();
    },
    MINUTES,
  );

  it(
    'filters to the digital sector and reads the same number in the filter and above the map',
    async () => {
      const option = page.getByRole('radio', { name: /Digital sector/ });
      await option.check();

      await page.waitForURL(/sectorGroup=dcms-digital/);
      await page.getByRole('button', { name: /Remove filter: Group: Digital sector/ }).waitFor();
      const label = await page.locator('label', { has: option }).innerText();
      const count = /([\d,]+) business/.exec(label)![1];
      await page.getByText(new RegExp(`^${count} businesses in view`)).waitFor();
    },
    MINUTES,
  );

  it(
    'opens MediaCityUK and reads its density profile',
    async () => {
      await page.getByRole('combobox', { name: /^Search/ }).fill('MediaCity');
      await page
        .getByRole('option', { name: /^MediaCityUK/ })
        .first()
        .click();

      await page.getByRole('heading', { name: 'MediaCityUK' }).waitFor();
      const rows = await ringRows(page);
      expect(rows).toHaveLength(5); // a header, and 250, 500, 1000 and 2000 m
      expect(rows[1]).toMatch(/^250 m/);
    },
    MINUTES,
  );

  it(
    'sees the figures that the API gives',
    async () => {
      const response = await page.request.get(
        `${visit.url}/api/v1/density/mediacityuk?sectorGroup=dcms-digital`,
      );
      const { rings } = (await response.json()) as { rings: { count: number }[] };
      const rows = await ringRows(page);

      expect(rings[0]!.count).toBeGreaterThan(50);
      rings.forEach(({ count }, i) => expect(rows[i + 1]).toContain(count.toLocaleString('en-GB')));
    },
    MINUTES,
  );

  it(
    'shares the address, which shows another person the same',
    async () => {
      const rows = await ringRows(page);
      const other = await visit.browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });

      await other.goto(page.url());

      await other.getByRole('heading', { name: 'MediaCityUK' }).waitFor();
      expect(await ringRows(other)).toEqual(rows);
      expect(await other.getByRole('radio', { name: /Digital sector/ }).isChecked()).toBe(true);
      expect(other.url()).toBe(page.url());
      await other.close();
    },
    MINUTES,
  );

  it(
    'finds everything in the list that the map counts',
    async () => {
      const inView = await page.getByText(/businesses in view/).innerText();
      await page.getByRole('button', { name: 'List', exact: true }).click();

      const total = /^[\d,]+/.exec(inView)![0];
      await page.getByText(new RegExp(`of ${total} shown`)).waitFor();
      await page.getByRole('button', { name: 'Map', exact: true }).click();
    },
    MINUTES,
  );

  it(
    'goes back by the browser’s button to where the profile was not open',
    async () => {
      await page.getByRole('button', { name: 'Close the density profile' }).click();
      await page.getByRole('heading', { name: 'MediaCityUK' }).waitFor({ state: 'detached' });

      await page.goBack();

      await page.getByRole('heading', { name: 'MediaCityUK' }).waitFor();
    },
    MINUTES,
  );
});

describe('a sceptic', () => {
  it(
    'asks how far the figures can be trusted, and reads the number that is in view',
    async () => {
      await page.goto(`${visit.url}/?sectorGroup=dcms-digital&map=12/53.4729/-2.2997`);
      await page.getByRole('button', { name: 'How far can this be trusted?' }).click();

      await page.waitForURL(/trust=view/);
      // the panel takes a part of the map, so that fewer are in view than before
      const sameCount = /([\d,]+) businesses in view.*\b\1 of \1 businesses are on the map/;
      await page.locator('.explorer', { hasText: sameCount }).waitFor();
      await page.getByText(/closed are known from 1 January 2005 on/).waitFor();
    },
    MINUTES,
  );

  it(
    'learns which hubs change places, from the counts of their density profiles',
    async () => {
      await page.getByRole('radio', { name: 'Everything loaded' }).check();

      await page.waitForURL(/trust=all/);
      await page.getByText(/of 28 pairs of leading hubs change places/).waitFor(); // of 8 hubs
      const table = page.getByRole('table', { name: /^Rank and selected businesses/ });
      const row = await table.getByRole('row', { name: /^MediaCityUK/ }).innerText();
      const { rings } = await visit.getJson<{ rings: { count: number }[] }>(
        '/api/v1/density/mediacityuk?sectorGroup=dcms-digital',
      );
      const counts = [...row.matchAll(/\((\d+)\)/g)].map(([, figure]) => Number(figure));
      expect(counts).toEqual(rings.map((ring) => ring.count));
    },
    MINUTES,
  );

  it(
    'sees on the map where businesses are registered and where they trade, and hides it again',
    async () => {
      const tile = page.waitForResponse(/\/tiles\/offices\/.*sectorGroup=dcms-digital/);
      await page.getByRole('button', { name: 'Show the difference on the map' }).click();

      expect((await tile).ok()).toBe(true);
      await page.getByRole('heading', { name: 'Registered less trading, per km²' }).waitFor();
      await page.reload();
      await page
        .getByRole('region', { name: /^Registered less/ })
        .getByRole('button')
        .click();
      await page.getByRole('heading', { name: 'Businesses per km²' }).waitFor();
      expect(page.url()).not.toContain('offices=');
    },
    MINUTES,
  );

  it(
    'takes the crowded addresses home as a file',
    async () => {
      const link = page.getByRole('link', { name: 'The first 1,000 as CSV' });
      const file = await page.request.get(`${visit.url}${await link.getAttribute('href')}`);

      const [header, first] = (await file.text()).split('\n');
      expect(header).toMatch(/^postcode,address,businesses,registrations,is_mass_address/);
      expect(first).toMatch(/^,"[^"]+",\d+,,false,false,3\d{5}/);
    },
    MINUTES,
  );
});

describe('a person who uses the keyboard', () => {
  it(
    'measures the density around the middle of the map by Enter',
    async () => {
      await page.goto(`${visit.url}/?map=15/53.4729/-2.2997`);
      const map = page.getByRole('application', { name: 'Map of businesses' });
      await map.focus();

      await page.keyboard.press('Enter');

      await page.waitForURL(/(point|site)=/);
    },
    MINUTES,
  );
});

describe('a person who writes a report', () => {
  it(
    'saves the map as SVG and PNG, with every cluster and hub in it',
    async () => {
      const query = 'sectorGroup=dcms-digital';
      const { clusters } = await visit.getJson<{ clusters: unknown[] }>(
        `/api/v1/clusters?${query}`,
      );
      await page.goto(`${visit.url}/?${query}&clusters=shown&map=10/53.48/-2.3`);
      await page
        .locator('.map .cluster-outline')
        .nth(clusters.length - 1)
        .waitFor();
      await page.getByRole('button', { name: 'Remove filter: Group: Digital sector' }).waitFor();
      await page.getByLabel('Save the map as an image').focus();
      await page.keyboard.press('Enter');

      const svg = await saveBy(page, page.getByRole('button', { name: 'Save as SVG' }));
      const png = await saveBy(page, page.getByRole('button', { name: 'Save as PNG' }));

      expect(svg.name).toMatch(/^cluster-atlas-map-of-businesses-\d{4}-\d\d-\d\d\.svg$/);
      const drawn = await readSvg(page, svg);
      expect(drawn.outlines).toBe(clusters.length);
      expect(drawn.hubs).toBe(await page.locator('.map .hub-marker').count());
      expect(drawn.images).toEqual(['data:image/png;']);
      expect(drawn.outside).toEqual([]);
      expect(drawn.texts).toEqual(
        expect.arrayContaining(['Map of businesses', 'Businesses per km²', '5 km']),
      );
      const { width, height, colours } = await readPng(page, png);
      expect([width, height]).toEqual([2 * drawn.width, 2 * drawn.height]);
      expect(colours).toBeGreaterThan(100);
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    MINUTES,
  );

  it(
    'leaves out a base map whose server does not let it be copied, and is told',
    async () => {
      const context = await visit.browser.newContext({ bypassCSP: true });
      const other = await context.newPage();
      const tile = Buffer.from(ONE_PIXEL, 'base64');
      await other.route('https://tiles.example/**', (route) =>
        route.fulfill({
          ...{ contentType: 'image/png', body: tile },
          headers: { 'Access-Control-Allow-Origin': 'https://other.example' },
        }),
      );
      await other.route('**/api/v1/map-settings', (route) =>
        route.fulfill({
          json: { tileUrl: 'https://tiles.example/{z}/{x}/{y}', attribution: '', extent: null },
        }),
      );
      await other.goto(`${visit.url}/?map=12/53.48/-2.24`);
      await other.locator('.map img.leaflet-tile-loaded').first().waitFor();
      await other.getByLabel('Save the map as an image').click();

      const svg = await saveBy(other, other.getByRole('button', { name: 'Save as SVG' }));

      await other.getByText(/The base map is left out/).waitFor();
      const { images, texts } = await readSvg(other, svg);
      expect(images).toHaveLength(1);
      expect(texts.join(' ')).toContain('The base map is left out');
      await context.close();
    },
    MINUTES,
  );

  it(
    'saves a chart as SVG, PNG and its figures',
    async () => {
      await page.goto(`${visit.url}/?sectorGroup=dcms-digital&hub=mediacityuk`);
      const button = (format: string) =>
        page.getByRole('button', { name: `Save as ${format}: Density by distance` });
      await button('SVG').waitFor();

      const svg = await readSvg(page, await saveBy(page, button('SVG')));
      const png = await readPng(page, await saveBy(page, button('PNG')));
      const csv = await saveBy(page, button('CSV'));

      expect(svg.texts).toContain('MediaCityUK: Density by distance');
      expect(svg.outside).toEqual([]);
      expect([png.width, png.height]).toEqual([2 * svg.width, 2 * svg.height]);
      expect(png.colours).toBeGreaterThan(20);
      expect(csv.name).toMatch(/^cluster-atlas-mediacityuk-density-by-distance-.{10}\.csv$/);
      const { annuli } = await visit.getJson<{ annuli: { count: number }[] }>(
        '/api/v1/density/mediacityuk?sectorGroup=dcms-digital',
      );
      const [header, ...rows] = csv.bytes.toString().trim().split('\n');
      expect(header).toBe('inner,outer,areaKm2,count,all,densityPerKm2');
      expect(rows.map((row) => Number(row.split(',')[3]))).toEqual(
        annuli.map(({ count }) => count),
      );
    },
    MINUTES,
  );
});

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('on %s', (_, viewport) => {
  it.each([
    ['the map', ''],
    ['the list', '?view=list'],
    ['a filtered hub', '?sectorGroup=dcms-digital&hub=mediacityuk'],
    ['streets', '?map=16/53.4729/-2.2997'],
    ['the curve of a sector', '?sectorGroup=dcms-digital&concentration=shown'],
    ['how far it can be trusted', '?trust=all&offices=shown'],
  ])(
    'axe finds no fault in %s',
    async (_name, query) => {
      const other = await visit.browser.newPage({ viewport });
      await other.goto(`${visit.url}/${query}`);
      await other
        .getByText(/businesses? in view/)
        .first()
        .waitFor({ state: 'attached' });
      if (query.includes('hub=')) await ringRows(other);
      if (query.includes('concentration=')) await other.getByText('It gathers').waitFor();
      if (query.includes('trust='))
        await other.getByText('Registered there').or(other.getByText('Show all 20')).waitFor();

      expect(await accessibilityFaults(other)).toEqual([]);
      await other.close();
    },
    MINUTES,
  );
});

it(
  'a sector is seen to gather as far as the API says',
  async () => {
    await page.goto(`${visit.url}/?sectorGroup=dcms-digital`);
    await page.getByRole('button', { name: 'Does it gather, and how far?' }).click();

    await page.getByText('It gathers more than chance').waitFor();
    const panel = page.getByRole('region', { name: 'Does the selection gather?' });
    const { curve } = await visit.getJson<Concentration>(
      '/api/v1/concentration?sectorGroup=dcms-digital',
    );
    expect(await panel.locator('tbody td:nth-child(2)').allInnerTexts()).toEqual(
      curve.map(({ m }) => String(Number(m!.toPrecision(3)))),
    );
    await panel.locator('.chart svg').waitFor();
  },
  MINUTES,
);

it(
  'axe finds no fault in the API reference',
  async () => {
    await page.goto(`${visit.url}/api/docs`);

    expect(await accessibilityFaults(page)).toEqual([]);
  },
  MINUTES,
);

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
