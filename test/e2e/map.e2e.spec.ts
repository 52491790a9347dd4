import type { Concentration, OfficeCells } from '@cluster-atlas/contract';
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
      await page.waitForFunction(() => {
        const label = [...document.querySelectorAll('label')].find(({ innerText }) =>
          innerText.includes('Digital sector'),
        );
        const count = /([\d,]+) business/.exec(label?.innerText ?? '')?.[1];
        return count && document.body.innerText.includes(`${count} businesses in view`);
      });
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
    'is told how to get these figures from the API and on the command line',
    async () => {
      await page.getByText('Get these figures elsewhere').focus();
      await page.keyboard.press('Enter');

      const link = page.getByRole('link', { name: 'As JSON' });
      expect(await link.getAttribute('href')).toBe(
        '/api/v1/density/mediacityuk?sectorGroup=dcms-digital',
      );
      await page
        .getByText('npx atlas analyse hub mediacityuk --sector-group dcms-digital', { exact: true })
        .waitFor();
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
        .getByRole('button', { name: 'Hide the difference' })
        .click();
      await page.getByRole('heading', { name: 'Businesses per km²' }).waitFor();
      expect(page.url()).not.toContain('offices=');
    },
    MINUTES,
  );

  it(
    'reads the same difference in a list, and has a cell of it marked on the map by the keyboard',
    async () => {
      const { items, moreTrading } = await visit.getJson<OfficeCells>(
        '/api/v1/coverage/office-cells?sectorGroup=dcms-digital&more=trading&zoom=11&limit=1000',
      );
      await page.goto(`${visit.url}/?sectorGroup=dcms-digital&trust=all&map=15/53.4729/-2.2997`);
      const list = page.getByRole('region', { name: 'The difference as a list' });
      await list.getByRole('button', { name: 'More trading' }).click();
      await list.getByText(`20 of ${moreTrading} cells listed`).waitFor();
      await list.getByRole('button', { name: 'List more cells' }).click();
      await list.getByText(`${moreTrading} of ${moreTrading} cells listed`).waitFor();

      const rows = await list.getByRole('row').allInnerTexts();
      expect(rows.slice(1).map((row) => /[+−][\d,]+/.exec(row)![0])).toEqual(
        items.map(({ difference }) => `−${-difference}`),
      );
      await list
        .getByRole('button', { name: /^Show on the map: / })
        .first()
        .focus();
      await page.keyboard.press('Enter');

      await page.getByRole('heading', { name: 'Registered less trading, per km²' }).waitFor();
      const [{ latitude, longitude }] = items as [OfficeCells['items'][number]];
      const place = `${Number(latitude.toFixed(5))},${Number(longitude.toFixed(5))}`;
      await page.waitForURL((url) => url.searchParams.get('pin') === place);
      expect(new URL(page.url()).searchParams.get('map')).toMatch(/^13\//);
      const link = list.getByRole('link', { name: /^These cells as CSV/ });
      const file = await page.request.get(`${visit.url}${await link.getAttribute('href')}`);
      expect((await file.text()).trim().split('\n')).toHaveLength(1 + moreTrading);
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
    'finds what it has typed, however fast Enter follows, and by Enter measures around the middle',
    async () => {
      await page.goto(`${visit.url}/?map=15/53.4729/-2.2997`);
      const box = page.getByRole('combobox', { name: /^Search/ });
      await box.fill('The');
      await page.getByRole('option', { name: /^The Greenhouse/ }).waitFor();
      await box.fill('MediaCityUK');
      await page.keyboard.press('Enter');
      await page.waitForURL(/hub=mediacityuk/);
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
      if (query.includes('concentration='))
        await other.getByText('It gathers more than chance', { exact: true }).waitFor();
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

    await page.getByText('It gathers more than chance', { exact: true }).waitFor();
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
