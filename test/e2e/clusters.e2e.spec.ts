import type { ClusterEvent, ClusterHistory, ClusterRun } from '@cluster-atlas/contract';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { AtlasServer } from '../support/atlas-server.js';
import { accessibilityFaults, DESKTOP, launchBrowser, PHONE } from '../support/browser.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';

let server: AtlasServer;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([AtlasServer.start(), launchBrowser()]);
  page = await browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
}, 3 * MINUTES);

afterAll(async () => {
  await browser.close();
  await server.stop();
}, MINUTES);

async function findByApi(query: string): Promise<ClusterRun> {
  return (await (await fetch(`${server.url}/api/v1/clusters?${query}`)).json()) as ClusterRun;
}

/** The cluster around MediaCityUK, which the demo plants. */
const mediaCity = () => page.locator('.cluster-list').getByRole('button', { name: /^MediaCityUK/ });

describe('what was planted in the demo', () => {
  let history: ClusterHistory;
  const nameOf = (id: string) => history.clusters.find((cluster) => cluster.id === id)!.name;
  const eventsOf = (event: ClusterEvent['event']) =>
    history.events.filter((each) => each.event === event);

  beforeAll(async () => {
    const answer = await fetch(`${server.url}/api/v1/clusters/history?${DIGITAL}&to=2025`);
    history = (await answer.json()) as ClusterHistory;
  }, MINUTES);

  it('emerges at Circle Square between 2018 and 2020, and grows', () => {
    const emerged = eventsOf('emerged').find(({ clusters }) =>
      nameOf(clusters[0]!).startsWith('Circle Square'),
    )!;

    expect(['2018-12-31', '2019-12-31', '2020-12-31']).toContain(emerged.date);
    expect(history.clusters.find(({ id }) => id === emerged.clusters[0])!.lifeCycle).toBe(
      'growing',
    );
  });

  it('merges along Great Ancoats Street in 2014, and nowhere else', () => {
    const [merged, ...others] = eventsOf('merged');

    expect(others).toEqual([]);
    expect(merged).toMatchObject({ date: '2014-12-31', clusters: { length: 2 } });
    expect(nameOf(merged!.into[0]!)).toMatch(/^Northern Quarter/);
  });

  it('splits at Knott Mill in 2016, and nowhere else', () => {
    const [split, ...others] = eventsOf('split');

    expect(others).toEqual([]);
    expect(split).toMatchObject({ date: '2016-12-31', into: { length: 2 } });
    const part = history.clusters.find(({ id }) => id === split!.into[1])!;
    expect(part.versions[0]!.longitude).toBeCloseTo(-2.25, 1);
    expect(part.versions[0]!.latitude).toBeCloseTo(53.474, 2);
  });

  it('fades in Strangeways between 2008 and 2013', () => {
    const [faded, ...others] = eventsOf('dissolved');

    expect(others).toEqual([]);
    expect(Number(faded!.date.slice(0, 4))).toBeGreaterThanOrEqual(2008);
    expect(Number(faded!.date.slice(0, 4))).toBeLessThanOrEqual(2013);
    const cluster = history.clusters.find(({ id }) => id === faded!.clusters[0])!;
    expect(cluster).toMatchObject({ isGone: true, lifeCycle: 'declining' });
    expect(cluster.versions[0]!.latitude).toBeCloseTo(53.4915, 2);
  });
});

describe('a policymaker', () => {
  it(
    'asks for the clusters of the digital sector and sees as many as the API finds',
    async () => {
      await page.goto(`${server.url}/?${DIGITAL}`);
      await page.getByRole('checkbox', { name: 'Show clusters' }).check();

      const { clusters } = await findByApi(DIGITAL);
      await page.getByText(new RegExp(`^${clusters.length} clusters`)).waitFor();
      await page.locator('.cluster-outline').first().waitFor();
      expect(await page.locator('.map .cluster-outline').count()).toBe(clusters.length);
    },
    MINUTES,
  );

  it(
    'opens the cluster around MediaCityUK and reads whether it stands out',
    async () => {
      await mediaCity().click();

      await page.getByRole('heading', { level: 2, name: /^MediaCityUK:/ }).waitFor();
      await page.getByText(/^Stands out clearly: p = 0\.00\d/).waitFor();
      const { clusters } = await findByApi(DIGITAL);
      const planted = clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;
      const panel = page.getByRole('region', { name: /^MediaCityUK/ });
      await panel.getByText(`${planted.size} businesses`, { exact: true }).first().waitFor();
      await panel.getByText(new RegExp(`of ${planted.size} shown`)).waitFor();
    },
    2 * MINUTES,
  );

  it(
    'shares the address, which shows another person the same cluster',
    async () => {
      const title = await page.getByRole('heading', { level: 2, name: /^MediaCityUK/ }).innerText();
      const other = await browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });

      await other.goto(page.url());

      await other.getByRole('heading', { level: 2, name: title }).waitFor();
      await other.close();
    },
    MINUTES,
  );

  it(
    'gets the same figures by the command that the panel names',
    async () => {
      await page.getByText('Get these figures elsewhere').click();

      const command = await page.locator('.measurement code').innerText();

      expect(command).toBe('npx atlas analyse clusters --sector-group dcms-digital');
    },
    MINUTES,
  );
});

describe('a policymaker who asks what changed', () => {
  it(
    'reads in the view over time what happened, and when',
    async () => {
      await page.goto(`${server.url}/?${DIGITAL}&clusters=shown`);

      await page.getByRole('button', { name: 'Over time' }).click();

      await page.getByRole('heading', { name: 'Clusters over time' }).waitFor();
      await page
        .getByRole('listitem')
        .filter({ hasText: '31 December 2014' })
        .getByText(/merged into Northern Quarter/)
        .waitFor();
      await page.getByRole('img', { name: /Diagram of clusters by year/ }).waitFor();
      const row = page.getByRole('row', { name: /^Circle Square/ });
      expect(await row.innerText()).toMatch(/growing/);
    },
    MINUTES,
  );

  it(
    'downloads the clusters of every year as one file',
    async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download as CSV' }).click(),
      ]);

      const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
      expect(lines[0]).toBe('cluster,name,life_cycle,date,businesses,longitude,latitude');
      expect(lines.filter((line) => line.includes('Circle Square: '))).not.toEqual([]);
    },
    MINUTES,
  );

  it(
    'goes back a year on the map by the arrow key, and sees the clusters of then',
    async () => {
      await page.getByRole('button', { name: 'Map', exact: true }).click();
      await page.getByRole('group', { name: 'Year' }).getByRole('slider').focus();

      await page.keyboard.press('Home');

      await page.waitForURL(/date=2005-12-31/);
      const { clusters } = await findByApi(`${DIGITAL}&date=2005-12-31`);
      await page.getByText(new RegExp(`^${clusters.length} clusters`)).waitFor();
    },
    MINUTES,
  );

  it(
    'plays the years and pauses',
    async () => {
      await page.getByRole('button', { name: 'Play' }).click();
      await page.waitForURL(/date=2007-12-31/);

      await page.getByRole('button', { name: 'Pause' }).click();

      await page.getByRole('button', { name: 'Play' }).waitFor();
    },
    MINUTES,
  );
});

describe('a person who uses the keyboard', () => {
  it(
    'finds other clusters by the slider, and the address follows',
    async () => {
      await page.goto(`${server.url}/?${DIGITAL}&clusters=shown`);
      const slider = page.getByRole('slider', { name: 'Neighbours within' });
      await slider.focus();

      await page.keyboard.press('ArrowRight');

      await page.waitForURL(/eps=275/);
      const { clusters } = await findByApi(`${DIGITAL}&eps=275`);
      await page.getByText(new RegExp(`^${clusters.length} clusters`)).waitFor();
    },
    MINUTES,
  );

  it(
    'opens a cluster from the list, and gets back to where it was by Escape',
    async () => {
      await mediaCity().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 2, name: /^MediaCityUK/ }).waitFor();

      await page.keyboard.press('Escape');

      await page.waitForURL((url) => !url.searchParams.has('cluster'));
      expect(await mediaCity().evaluate((button) => button.matches(':focus'))).toBe(true);
    },
    MINUTES,
  );
});

it(
  'says so where there is no cluster',
  async () => {
    await page.goto(`${server.url}/?sectors=02&clusters=shown`);

    await page.getByText('Nowhere are so many of the selected businesses so close').waitFor();
  },
  MINUTES,
);

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('on %s', (_, viewport) => {
  it.each(['light', 'dark'] as const)(
    'axe finds no fault in a cluster, nor in those over time, %s',
    async (colorScheme) => {
      const visit = await browser.newPage({ viewport, colorScheme });
      const { clusters } = await findByApi(DIGITAL);
      await visit.goto(`${server.url}/?${DIGITAL}&clusters=shown&cluster=${clusters[0]!.slug}`);
      await visit.getByText(/^Stands out clearly/).waitFor();

      expect(await accessibilityFaults(visit)).toEqual([]);

      await visit.goto(`${server.url}/?${DIGITAL}&clusters=shown&view=time`);
      await visit
        .getByText(/emerged$/)
        .first()
        .waitFor();

      expect(await accessibilityFaults(visit)).toEqual([]);
      await visit.close();
    },
    MINUTES,
  );
});

it('none of the pages reported an error', () => {
  expect(faults).toEqual([]);
});
