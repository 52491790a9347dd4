import type { ClusterRun } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/browser.js';
import type { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';

/** A history of other days and years than the usual ones. */
export function describeChosenYears(visitOf: () => DemoVisit): void {
  describe('a person who was given an address with a day', () => {
    let visit: DemoVisit;
    let page: Page;

    beforeAll(() => {
      visit = visitOf();
      page = visitOf().page;
    });

    const DAY = `${DIGITAL}&date=2024-06-30`;

    it(
      'sees how the cluster of that day came to be, and that day on the slider',
      async () => {
        const { clusters } = await visit.getJson<ClusterRun>(`/api/v1/clusters?${DAY}`);
        const { slug, size } = clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;

        await page.goto(`${visit.url}/?${DAY}&clusters=shown&cluster=${slug}`);

        const panel = page.getByRole('region', { name: /^MediaCityUK/ });
        await panel.getByText('Life cycle: stable').waitFor();
        const own = panel.locator('.timeline li', { hasText: '2024-06-30' });
        expect(await own.innerText()).toMatch(new RegExp(`^2024-06-30\\s+${size}\\s`));
        await page.getByText(`30 June 2024: ${clusters.length} clusters`).waitFor();
        await page.getByRole('group', { name: 'Year' }).getByRole('slider').focus();
        await page.keyboard.press('ArrowRight');
        await page.waitForURL(/date=2024-12-31/);
      },
      MINUTES,
    );

    it(
      'stops a history that takes long, is told how long, and starts it again',
      async () => {
        const history = /clusters\/history/;
        await page.route(history, () => {}); // as one that takes long
        await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&view=time&from=2011`);
        const aborted = page.waitForEvent('requestfailed', (request) =>
          history.test(request.url()),
        );

        await page.locator('main').getByRole('button', { name: 'Stop', exact: true }).click();

        expect((await aborted).failure()!.errorText).toBe('net::ERR_ABORTED');
        await page
          .getByText(/businesses are selected\. To find their clusters at \d+ dates/)
          .waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.unroute(history);
        await page
          .locator('main')
          .getByRole('button', { name: 'Find the clusters of every' })
          .click();
        await page.getByRole('row', { name: /^Circle Square/ }).waitFor();
      },
      MINUTES,
    );

    it(
      'chooses the years by keyboard, and is told of years that cannot be',
      async () => {
        const form = page.getByRole('form', { name: 'Years' });
        await form.getByLabel('From').fill('2030');
        await page.keyboard.press('Enter');
        await form.getByRole('alert').waitFor();

        await form.getByLabel('From').fill('2012');
        await form.getByLabel('To').fill('2014');
        await page.keyboard.press('Enter');

        await page.waitForURL(/from=2012&to=2014/);
        const columns = page.getByRole('region', { name: 'Businesses by cluster and year' });
        await columns.locator('th:nth-child(5):last-child', { hasText: '2014' }).waitFor();
        expect(await columns.getByRole('columnheader').allInnerTexts()).toEqual([
          'Cluster',
          'Life cycle',
          '2012',
          '2013',
          '2014',
        ]);
      },
      MINUTES,
    );
  });
}
