import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
import type { AtlasServer } from '../support/atlas-server.js';
import { DemoVisit } from '../support/demo-visit.js';
import { readPng, readSvg, saveBy } from '../support/saved-files.js';
import { TileServer } from '../support/tile-server.js';

const MINUTES = 60_000;

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
      await page.locator('.map .hub-marker').first().waitFor();
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

describe('over a raster base map of another server', () => {
  let tiles: TileServer;
  let server: AtlasServer;

  beforeAll(async () => {
    tiles = await TileServer.start();
    server = await visit.server.beside({ MAP_TILE_URL: tiles.address, MAP_ATTRIBUTION: 'Grey' });
  }, MINUTES);

  afterAll(async () => {
    await server.end();
    await tiles.stop();
  }, MINUTES);

  /** The map as SVG and PNG, and whether the page says that its base is left out. */
  async function saveMap() {
    const other = await visit.browser.newPage();
    await other.goto(`${server.url}/?map=12/53.48/-2.24`);
    await other.locator('.map img.leaflet-tile-loaded').first().waitFor();
    await other.getByLabel('Save the map as an image').click();
    const svg = await saveBy(other, other.getByRole('button', { name: 'Save as SVG' }));
    const png = await saveBy(other, other.getByRole('button', { name: 'Save as PNG' }));
    await other.getByText(/^Saved as .*\.png/).waitFor();
    const isLeftOut = await other.getByText(/The base map is left out/).isVisible();
    const { images, texts, outside, width } = await readSvg(other, svg);
    const readable = await readPng(other, png);
    await other.close();
    expect(outside).toEqual([]);
    expect(readable.width).toBe(2 * width);
    return { images, isLeftOut, text: texts.join(' ') };
  }

  it(
    'saves the map with it where that server lets it be copied, though it lacks some tiles',
    async () => {
      tiles.allowsCopies = true;
      tiles.missing = '/12/2023/';

      const { images, isLeftOut, text } = await saveMap();

      expect(images).toEqual(['data:image/png;', 'data:image/png;']); // the base, and the cells
      expect(isLeftOut).toBe(false);
      expect(text).not.toContain('The base map is left out');
      expect(text).toContain('Grey');
    },
    MINUTES,
  );

  it(
    'leaves it out where that server does not, and says so on the page and in the image',
    async () => {
      tiles.allowsCopies = false;

      const { images, isLeftOut, text } = await saveMap();

      expect(images).toEqual(['data:image/png;']);
      expect(isLeftOut).toBe(true);
      expect(text).toContain('The base map is left out');
    },
    MINUTES,
  );
});

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
