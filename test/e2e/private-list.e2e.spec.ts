import type { AreaTable } from '@cluster-atlas/contract';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { atlas } from '../support/atlas.js';
import { accessibilityFaults, DESKTOP } from '../support/browser.js';
import { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';
const LAYER = 'synthetic-districts';

let visit: DemoVisit;

beforeAll(async () => {
  visit = await DemoVisit.start();
}, 3 * MINUTES);

afterAll(() => visit.end(), MINUTES);

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
      await own.getByRole('button', { name: /^MediaCityUK: / }).press('Enter');
      await own.getByText('2 of 2 placed businesses of your list').waitFor();
      await own.getByLabel('Layer of areas').selectOption(LAYER);
      const { areas } = await visit.getJson<AreaTable>(
        `/api/v1/area-layers/${LAYER}/areas?${DIGITAL}`,
      );
      const [densest] = areas.sort((a, b) => b.densityPerKm2! - a.densityPerKm2!);
      await own.locator('.area-section').getByRole('button', { name: densest!.name }).click();
      const { hubs } = await visit.getJson<{ hubs: { slug: string }[] }>(
        `/api/v1/area-layers/${LAYER}/areas/${densest!.code}`,
      );
      const inside = hubs.some(({ slug }) => slug === 'mediacityuk') ? 2 : 0;
      await own.locator('.list-here').getByText(`${inside} of 2 placed`).waitFor();

      await own.getByRole('button', { name: 'Forget the list' }).click();

      await own.getByText('The list is forgotten.').waitFor();
      await own.locator('.leaflet-private-list-pane canvas').first().waitFor({ state: 'detached' });
      const told = [...asked, ...sent, own.url()].join('\n');
      for (const word of ['Confidential', 'suppliers']) expect(told).not.toContain(word);
    },
    MINUTES,
  );
});

it(
  'refuses to look up what is more or other than postcodes',
  async () => {
    const answer = await askPostcodes({ postcodes: ['M50 2EQ'] });
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect((await askPostcodes({ postcodes: ['M50 2EQ'], name: 'Pixel' })).status).toBe(400);
    expect((await askPostcodes({ postcodes: Array(1001).fill('M50 2EQ') })).status).toBe(400);
  },
  MINUTES,
);

describe('a person who drops a file', () => {
  let own: Page;
  const sent: string[] = [];

  beforeAll(async () => {
    own = await visit.browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
    own.on('request', (request) => {
      if (request.postData() !== null) sent.push(request.url());
    });
    await own.goto(`${visit.url}/?${DIGITAL}`);
  }, MINUTES);

  afterAll(() => own.close());

  /** As the system's file manager does, onto the middle of an element. */
  async function drop(path: string, onto: Locator): Promise<void> {
    await onto.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await onto.boundingBox())!;
    const session = await own.context().newCDPSession(own);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', {
        ...{ type, x: x + width / 2, y: y + height / 2 },
        data: { items: [], files: [path], dragOperationsMask: 1 },
      });
    }
    await session.detach();
  }

  it(
    'sees it read',
    async () => {
      const path = join(visit.folder, 'partners.csv');
      writeFileSync(path, PRIVATE_LIST);
      // what stands above the place for it, so that it moves no more
      await own.locator('.hub-list').getByRole('button').first().waitFor();
      await own.getByLabel('Layer of areas').waitFor();
      await drop(path, own.locator('.drop-zone'));

      await own.getByText('1 of 5 on the map, 2 cannot be placed').waitFor();
      await own.locator('.legend').getByText('Your list (partners.csv)').waitFor();
    },
    MINUTES,
  );

  it(
    'keeps page and list when another file lands beside the place for it',
    async () => {
      // the default of these two is to open the file instead of the page
      const areRefused = await own.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['name,postcode'], 'other.csv'));
        const map = document.querySelector('#map')!;
        return ['dragover', 'drop'].map(
          (type) =>
            !map.dispatchEvent(
              new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
            ),
        );
      });

      expect(areRefused).toEqual([true, true]);
      await own.getByText('1 of 5 on the map, 2 cannot be placed').waitFor();
    },
    MINUTES,
  );

  it(
    'leaves out who has a postcode only, of which nothing is sent',
    async () => {
      await own.getByRole('button', { name: 'Leave them out' }).focus();
      await own.keyboard.press('Enter');

      await own.getByText('1 of 5 on the map, 4 cannot be placed').waitFor();
      await own.getByRole('button', { name: 'Show the table' }).click();
      const row = own.getByRole('row', { name: 'Pixel Confidential' });
      await row.getByText('the postcode was not looked up').waitFor();
      await own.getByRole('button', { name: 'Close the table' }).click();
      expect(sent).toEqual([]);
    },
    MINUTES,
  );

  it(
    'waits while the server takes no more questions, and then has the postcodes looked up',
    async () => {
      // 3,000 postcodes, which are three requests
      const codes = Array.from({ length: 3000 }, (_, i) => {
        const [a, b] = [Math.floor(i / 10) % 20, Math.floor(i / 200)];
        return `M1 ${i % 10}${'ABDEFGHJLNPQRSTUWXYZ'[a]}${'ABDEFGHJLNPQRSTUWXYZ'[b]}`;
      });
      const ours = ['M50 2EQ', ...codes].map((code, i) => `Firm ${i},${code}`);
      await own.getByRole('button', { name: 'Forget the list' }).click();
      await own.getByLabel(/^CSV file/).setInputFiles({
        ...{ name: 'many.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(['name,postcode', ...ours].join('\n')),
      });
      const question = { postcodes: ['M1 1AA'] };
      let isCrowded = true;
      const keepAsking = async () => {
        while (isCrowded) await askPostcodes(question);
      };
      while ((await askPostcodes(question)).status !== 429);
      const crowd = Array.from({ length: 8 }, keepAsking);

      const refused = own.waitForResponse((response) => response.status() === 429);
      await own.getByRole('button', { name: 'Look the postcodes up' }).click();

      const retryAfter = Number(await (await refused).headerValue('Retry-After'));
      expect(retryAfter).toBe(1); // two come back each second
      await own.getByText('The search goes on by itself').waitFor();
      isCrowded = false;
      await Promise.all(crowd);
      await own.getByText('1 of 3,001 on the map, 3,000 cannot be placed').waitFor();
    },
    MINUTES,
  );
});

function askPostcodes(body: object): Promise<Response> {
  return fetch(`${visit.url}/api/v1/postcodes`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
