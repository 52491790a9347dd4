import type { Cluster, ClusterRun } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { DESKTOP } from '../support/browser.js';
import type { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;
/** Finds clusters of every standing: clear ones, one between 0.01 and 0.05, and chance ones. */
const LOOSE = 'sectorGroup=dcms-digital&minPoints=5';
const TESTED = `${LOOSE}&labellings=999&robustness=true`;

const WORDS = {
  strong: 'stands out clearly (p < 0.01)',
  weak: 'stands out (p < 0.05)',
  none: 'not distinguishable from the background',
};

const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** What the map, its legend, the list and the page of a cluster say of whether it stands out. */
export function describeStanding(visitOf: () => DemoVisit): void {
  describe('a person who asks which clusters are more than chance', () => {
    let page: Page;
    let tested: ClusterRun;

    beforeAll(async () => {
      const { browser, url } = visitOf();
      page = await browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
      await page.goto(`${url}/?${LOOSE}&clusters=shown`);
      await page.locator('.legend').getByText(WORDS.weak).waitFor();
      tested = await visitOf().getJson(`/api/v1/clusters?${TESTED}`);
    }, MINUTES);

    afterAll(() => page.close());

    it('sees each outline solid, dashed or grey as its p is', async () => {
      const drawn = await page.locator('.map .cluster-outline').evaluateAll((outlines) =>
        outlines.map((outline) => {
          const { strokeDasharray, stroke } = getComputedStyle(outline);
          return { strokeDasharray, stroke };
        }),
      );

      const levels = tested.clusters.map(levelOf);
      expect(new Set(levels)).toEqual(new Set(['strong', 'weak', 'none']));
      const dashes = { strong: 'none', weak: '8px, 5px', none: '2px, 4px' };
      expect(drawn.map(({ strokeDasharray }) => strokeDasharray)).toEqual(
        levels.map((level) => dashes[level]),
      );
      const coloursOf = (isGrey: boolean) =>
        new Set(
          drawn.flatMap(({ stroke }, i) => ((levels[i] === 'none') === isGrey ? stroke : [])),
        );
      const [[colour], [grey]] = [[...coloursOf(false)], [...coloursOf(true)]];
      expect([coloursOf(false).size, coloursOf(true).size]).toEqual([1, 1]);
      expect(colour).not.toBe(grey);
    });

    it('reads the same of each in the list', async () => {
      await page.getByRole('button', { name: `Show all ${tested.clusters.length}` }).click();

      const told = await page.locator('.cluster-list button').allInnerTexts();

      const shown = told.map((text) => text.split(' · ').at(-1));
      expect(shown).toEqual(tested.clusters.map((cluster) => WORDS[levelOf(cluster)]));
    });

    it(
      'reads how many other parameters find a cluster again, and gets its p elsewhere',
      async () => {
        const cluster = tested.clusters.find(({ robustness }) => robustness! < 0.5)!;
        await page.getByRole('button', { name: cluster.name }).first().click();

        const panel = page.getByRole('region', { name: cluster.name, exact: true });

        const share = percent.format(cluster.robustness!);
        await panel.getByText(`Found again by ${share} of other distances and numbers`).waitFor();
        await panel.getByText('Get these figures elsewhere').click();
        expect(await panel.locator('.measurement code').innerText()).toBe(
          'npx atlas analyse clusters --sector-group dcms-digital --min-points 5 --robustness --labellings 999',
        );
        const json = await panel.getByRole('link', { name: 'As JSON' }).getAttribute('href');
        const { clusters } = await visitOf().getJson<ClusterRun>(json!);
        const { significance, robustness } = clusters.find(({ slug }) => slug === cluster.slug)!;
        expect(robustness).toBe(cluster.robustness);
        await panel.getByText(`p = ${significance!.p}`).first().waitFor();
        const outlines = panel.getByRole('link', { name: 'Outlines as GeoJSON' });
        const { features } = await visitOf().getJson<{
          features: { id: string; properties: Pick<Cluster, 'significance'> }[];
        }>((await outlines.getAttribute('href'))!);
        expect(features.find(({ id }) => id === cluster.slug)!.properties.significance).toEqual(
          significance,
        );
      },
      MINUTES,
    );

    it('reads how much a cluster has grown, and what to bear in mind', async () => {
      const panel = page.locator('.side-panel');
      const title = await panel.getByRole('heading', { level: 2 }).innerText();
      const { matching, earlier } = tested.clusters.find(({ name }) => name === title)!;

      const growth = panel.locator('.measures > div', { hasText: 'Growth since' });

      const change = percent.format(matching / earlier!.matching - 1);
      expect(matching).toBeGreaterThan(earlier!.matching);
      expect(await growth.locator('dd').innerText()).toBe(
        `+${change} (${earlier!.matching} to ${matching} inside the outline)`,
      );
      await panel.getByText(/^That businesses are close says neither that they work/).waitFor();
    });

    it.each([
      ['areas', 'areas=synthetic-districts'],
      ['the difference of offices', 'offices=shown'],
    ])(
      'reads what outlines and triangles mean over %s too',
      async (_, choice) => {
        await page.goto(`${visitOf().url}/?${LOOSE}&clusters=shown&${choice}`);
        await page.getByLabel(/^CSV file/).setInputFiles({
          ...{ name: 'partners.csv', mimeType: 'text/csv' },
          buffer: Buffer.from('name,latitude,longitude\nKestrel,53.4729,-2.2997\n'),
        });

        const legend = page.locator('.legend');

        for (const words of Object.values(WORDS)) await legend.getByText(words).waitFor();
        await legend.getByText('Your list (partners.csv)').waitFor();
      },
      MINUTES,
    );

    it(
      'is warned beside the list where a date knows survivors only',
      async () => {
        const old = 'sectorGroup=dcms-digital&date=2004-06-30';
        const { warnings } = await visitOf().getJson<ClusterRun>(`/api/v1/clusters?${old}`);

        await page.goto(`${visitOf().url}/?${old}&clusters=shown`);

        expect(warnings[0]).toMatch(/^Survivors only/);
        await page.locator('.cluster-area').getByText(warnings[0]!).waitFor();
      },
      MINUTES,
    );
  });
}

function levelOf({ significance }: Cluster): keyof typeof WORDS {
  const { p } = significance!;
  if (p < 0.01) return 'strong';
  return p < 0.05 ? 'weak' : 'none';
}
