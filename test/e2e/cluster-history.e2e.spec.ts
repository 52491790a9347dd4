import type { ClusterEvent, ClusterHistory, ClusterRun } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, PHONE } from '../support/browser.js';
import { DemoVisit } from '../support/demo-visit.js';
import { describeChosenYears } from './chosen-years.js';
import { describeFollowing } from './followed-cluster.js';
import { readTable, saveBy, saveTable } from '../support/saved-files.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';

let visit: DemoVisit;
let page: Page;

beforeAll(async () => {
  visit = await DemoVisit.start();
  page = visit.page;
}, 3 * MINUTES);

afterAll(() => visit.end(), MINUTES);

describe('what was planted in the demo', () => {
  let history: ClusterHistory;
  const nameOf = (id: string) => history.clusters.find((cluster) => cluster.id === id)!.name;
  const eventsOf = (event: ClusterEvent['event']) =>
    history.events.filter((each) => each.event === event);

  beforeAll(async () => {
    history = await visit.getJson(`/api/v1/clusters/history?${DIGITAL}&to=2025`);
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

describe('a policymaker who asks what changed', () => {
  it(
    'reads in the view over time what happened, and when',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown`);

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
      const lines = await saveTable(
        page,
        page.getByRole('link', { name: 'Download as CSV, with all measures' }),
      );

      const { clusters } = await visit.getJson<ClusterHistory>(
        `/api/v1/clusters/history?${DIGITAL}`,
      );
      const found = lines.filter(({ state }) => state === 'found');
      expect(found.map(({ cluster, date }) => [cluster, date])).toEqual(
        clusters.flatMap(({ id, versions }) => versions.map(({ date }) => [id, date])),
      );
      expect(found.map(({ businesses }) => Number(businesses))).toEqual(
        clusters.flatMap(({ versions }) => versions.map(({ size }) => size)),
      );
      for (const name of ['lq', 'businesses_per_km2', 'easting_m_epsg27700']) {
        expect(found.every((line) => Number(line[name]) > 0)).toBe(true);
      }
    },
    MINUTES,
  );

  it(
    'reads the bands of the diagram as a table, and downloads as many lines',
    async () => {
      const { flows } = await visit.getJson<ClusterHistory>(`/api/v1/clusters/history?${DIGITAL}`);
      const button = page.getByRole('button', { name: 'Save as CSV: Who became whom' });

      const [, ...lines] = readTable((await saveBy(page, button)).bytes.toString('utf8'));
      await page.getByText('Who became whom, as a table').focus();
      await page.keyboard.press('Enter');

      expect(lines).toHaveLength(flows.length);
      await page.getByText(new RegExp(`of ${flows.length} shown$`)).waitFor();
      const table = page.getByRole('region', { name: 'Who became whom, as a table' });
      expect(await table.locator('tbody tr').count()).toBe(Math.min(200, flows.length));
    },
    MINUTES,
  );

  it(
    'gets the same figures by the call and the command that the page names',
    async () => {
      await page.getByText('Get these figures elsewhere').focus();
      await page.keyboard.press('Enter');

      const command = await page.locator('.measurement code').innerText();
      const address = await page.getByRole('link', { name: 'As JSON' }).getAttribute('href');

      expect(command).toBe('npx atlas analyse history --sector-group dcms-digital');
      const { clusters } = await visit.getJson<ClusterHistory>(address!);
      expect(clusters.length).toBeGreaterThan(0);
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
      const { clusters } = await visit.getJson<ClusterRun>(
        `/api/v1/clusters?${DIGITAL}&date=2005-12-31`,
      );
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

  it(
    'goes on year by year where nothing should move by itself',
    async () => {
      const other = await visit.browser.newPage({ viewport: DESKTOP, reducedMotion: 'reduce' });
      await other.goto(`${visit.url}/?${DIGITAL}&clusters=shown&date=2010-12-31`);

      await other.getByRole('button', { name: 'Next year' }).click();

      await other.waitForURL(/date=2011-12-31/);
      expect(await other.getByRole('button', { name: 'Play' }).count()).toBe(0);
      await other.close();
    },
    MINUTES,
  );
});

describeFollowing(() => visit);
describeChosenYears(() => visit);

it(
  'takes the finer parameters of a method from the form and from the address',
  async () => {
    await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&method=hdbscan&selection=leaf`);
    const choices = page.locator('.advanced-choices');
    expect(await choices.getByLabel('Which clusters are taken').inputValue()).toBe('leaf');

    await choices.getByLabel('Neighbours for the core distance').fill('5');

    await page.waitForURL(/minSamples=5/);
    const { clusters } = await visit.getJson<ClusterRun>(
      `/api/v1/clusters?${DIGITAL}&method=hdbscan&selection=leaf&minSamples=5`,
    );
    await page.getByText(new RegExp(`^${clusters.length} clusters`)).waitFor();
    await page.getByRole('button', { name: 'Back to the usual parameters' }).click();
    await page.waitForURL((url) => !/selection|minSamples/.test(url.search));
    await page.locator('.found-clusters[aria-busy="false"]').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  },
  MINUTES,
);

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])(
  'axe finds no fault in the view over time on %s',
  async (_, viewport) => {
    const other = await visit.browser.newPage({ viewport });

    await other.goto(`${visit.url}/?${DIGITAL}&clusters=shown&view=time`);
    await other
      .getByText(/emerged$/)
      .first()
      .waitFor();

    expect(await accessibilityFaults(other)).toEqual([]);
    await other.close();
  },
  MINUTES,
);

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
