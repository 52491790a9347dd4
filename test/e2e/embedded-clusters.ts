import type { ClusterRun } from '@cluster-atlas/contract';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { accessibilityFaults, PHONE } from '../support/browser.js';
import type { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';
/** As the page of a cluster writes it. */
const FRAME = { width: 800, height: 600 };

/** The map with its clusters in the page of another site. */
export function describeEmbedding(visitOf: () => DemoVisit): void {
  describe('a reader of another site that shows the map', () => {
    let run: ClusterRun;
    let page: Page;
    const panel = () => page.getByRole('region', { name: /^MediaCityUK:/ });

    beforeAll(async () => {
      run = await visitOf().getJson(`/api/v1/clusters?${DIGITAL}`);
      page = await visitOf().browser.newPage({ viewport: FRAME, locale: 'en-GB' });
    }, MINUTES);

    afterAll(() => page.close());

    it(
      'sees the cluster in its frame',
      async () => {
        const { url } = visitOf();
        const { slug } = run.clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;
        await page.goto(`${url}/?${DIGITAL}&clusters=shown&cluster=${slug}`);
        await page.getByText('Cite, embed, print').click();
        const frame = await page.getByRole('textbox', { name: 'To show the map' }).inputValue();
        const wide = frame.replace('width="800"', 'width="1100"');
        const elsewhere = createServer(({ url: path }, response) => {
          response.setHeader('Content-Type', 'text/html').end(path === '/wide' ? wide : frame);
        }).listen(0, '127.0.0.1');
        await once(elsewhere, 'listening');

        const elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
        await page.goto(elsewhereUrl);

        const inside = page.frameLocator('iframe');
        await inside.getByRole('heading', { level: 2, name: /^MediaCityUK:/ }).waitFor();
        await inside.locator('.map .cluster-outline').first().waitFor();
        await inside.getByRole('link', { name: 'Open in Cluster Atlas' }).waitFor();
        await page.goto(`${elsewhereUrl}wide`);
        await inside.getByRole('heading', { level: 2, name: /^MediaCityUK:/ }).waitFor();
        const map = await inside.getByRole('application').boundingBox();
        const panel = await inside.getByRole('region', { name: /^MediaCityUK/ }).boundingBox();
        expect(map!.width + panel!.width).toBeCloseTo(1100, -1);
        expect(map!.width).toBeGreaterThan(panel!.width);
        elsewhere.close();
      },
      MINUTES,
    );

    it(
      'opens a cluster by the keyboard, and gets back to the list of them',
      async () => {
        await page.goto(`${visitOf().url}/embed?${DIGITAL}&clusters=shown`);
        const list = page.getByRole('button', {
          name: `${run.clusters.length} clusters: the list`,
        });
        await list.focus();
        await page.keyboard.press('Enter');
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^MediaCityUK/ })
          .focus();

        await page.keyboard.press('Enter');

        await panel()
          .getByText(/^Stands out clearly: p = 0\.00\d/)
          .waitFor();
        await page.keyboard.press('Escape');
        await page.waitForURL((address) => !address.searchParams.has('cluster'));
        expect(await list.evaluate((button) => button === document.activeElement)).toBe(true);
      },
      MINUTES,
    );

    it(
      'is offered nothing that leads out of the frame, and axe finds no fault, on a phone too',
      async () => {
        await page.getByRole('button', { name: /: the list$/ }).press('Enter');
        await page
          .getByRole('dialog')
          .getByRole('button', { name: /^MediaCityUK/ })
          .press('Enter');
        await panel().getByRole('heading', { name: 'Clusters most like it' }).waitFor();

        expect(
          await panel()
            .getByRole('button', { name: /compar|side by side/i })
            .count(),
        ).toBe(0);
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await accessibilityFaults(page)).toEqual([]);
      },
      MINUTES,
    );
  });
}
