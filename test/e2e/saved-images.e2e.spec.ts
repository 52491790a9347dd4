import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
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

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
