import { DelimitedParser, type ClusterRun } from '@cluster-atlas/contract';
import type { FeatureCollection } from 'geojson';
import type { Locator, Page } from 'playwright-core';
import { DemoVisit } from '../support/demo-visit.js';
import { saveBy } from '../support/saved-files.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';

let visit: DemoVisit;
let page: Page;

beforeAll(async () => {
  visit = await DemoVisit.start();
  page = visit.page;
}, 3 * MINUTES);

afterAll(() => visit.end(), MINUTES);

/** The lines of a table that a link of the page downloads, by the names of its columns. */
async function downloadTable(link: Locator): Promise<Record<string, string>[]> {
  const { bytes } = await saveBy(page, link);
  const [header, ...records] = readTable(bytes.toString('utf8'));
  return records.map((fields) =>
    Object.fromEntries(fields.map((field, i) => [header![i]!, field])),
  );
}

function readTable(text: string): string[][] {
  const parser = new DelimitedParser(',');
  return [...parser.push(text), ...parser.end()].map(({ fields }) => fields!);
}

describe('a researcher who takes along the clusters that are shown', () => {
  let run: ClusterRun;

  beforeAll(async () => {
    await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&minSize=20`);
    await page.locator('.cluster-list').waitFor();
    await page.locator('.cluster-test').waitFor({ state: 'detached' });
    run = await visit.getJson(
      `/api/v1/clusters?${DIGITAL}&minSize=20&robustness=true&labellings=999`,
    );
  }, MINUTES);

  it(
    'has a line for each in the table, tested as on the screen',
    async () => {
      const lines = await downloadTable(page.getByRole('link', { name: 'Measures as CSV' }));

      expect(lines.map(({ name }) => name)).toEqual(run.clusters.map(({ name }) => name));
      expect(lines.map(({ p }) => Number(p))).toEqual(
        run.clusters.map(({ significance }) => significance!.p),
      );
      expect(Number(lines[0]!['robustness'])).toBe(run.clusters[0]!.robustness);
    },
    MINUTES,
  );

  it(
    'has the same p in the outlines',
    async () => {
      const { bytes } = await saveBy(page, page.getByRole('link', { name: 'Outlines as GeoJSON' }));

      const { features } = JSON.parse(bytes.toString('utf8')) as FeatureCollection;
      expect(features.map(({ properties }) => properties!['p'] as number)).toEqual(
        run.clusters.map(({ significance }) => significance!.p),
      );
    },
    MINUTES,
  );
});

it(
  'downloads as many businesses as the list and the map say there are in view',
  async () => {
    await page.goto(`${visit.url}/?sectors=62&view=list&map=14/53.4729/-2.2997`);
    const shown = await page.getByText(/^[\d,]+ of [\d,]+ shown$/).innerText();
    const total = Number(/of ([\d,]+)/.exec(shown)![1]!.replace(',', ''));
    const inView = await page.getByText(/businesses in view/).innerText();

    const lines = await downloadTable(page.getByRole('link', { name: 'Download all as CSV' }));

    expect(lines).toHaveLength(total);
    expect(Number(/^[\d,]+/.exec(inView)![0].replace(',', ''))).toBe(total);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(total);
    expect(lines.every(({ sectors }) => /\b62/.test(sectors!))).toBe(true);
  },
  MINUTES,
);

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
