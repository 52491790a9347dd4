import type { Concentration } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, PHONE } from '../support/browser.js';
import { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;

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
