import type { ClusterHistory, ClusterRun } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import type { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';

/** One cluster through the years, whatever it is called. */
export function describeFollowing(visitOf: () => DemoVisit): void {
  describe('a person who follows one cluster', () => {
    let visit: DemoVisit;
    let page: Page;

    beforeAll(() => {
      visit = visitOf();
      page = visitOf().page;
    });

    const DISTRICT = 'synthetic-district-32';
    const open = (date: string, slug: string) =>
      page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&date=${date}&cluster=${slug}`);
    const heading = (name: string | RegExp) =>
      page.getByRole('heading', { level: 2, name }).waitFor();
    const slider = () => page.getByRole('group', { name: 'Year' }).getByRole('slider');

    it(
      'gets from what happened to the cluster on the map of that year',
      async () => {
        await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&view=time`);
        const happened = page.getByRole('listitem').filter({ hasText: /Circle Square.* emerged/ });
        await happened.getByRole('link', { name: /^Circle Square/ }).focus();

        await page.keyboard.press('Enter');

        await page.waitForURL(/date=2019-12-31/);
        await heading(/^Circle Square: publishing of computer games/);
      },
      MINUTES,
    );

    it(
      'is told that it is gone only at a date at which it is, and gets back',
      async () => {
        await slider().focus();
        await page.keyboard.press('ArrowLeft');
        await page
          .getByText(/^With this date and these choices Circle Square.* is not there/)
          .waitFor();
        await page.getByRole('button', { name: 'Back to where it was there' }).focus();

        await page.keyboard.press('Enter');

        await page.waitForURL(/date=2019-12-31/);
        await heading(/^Circle Square/);
      },
      MINUTES,
    );

    it(
      'reads of each year whether it survived, grew or shrank, and whom it absorbed',
      async () => {
        const history = await visit.getJson<ClusterHistory>(`/api/v1/clusters/history?${DIGITAL}`);
        const traced = history.clusters.find(({ name }) => name.startsWith('Northern Quarter'))!;
        const { slug } = traced.versions.at(-1)!;
        await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&cluster=${slug}`);

        const told = page.locator('.timeline .change');

        await told.first().waitFor({ state: 'attached' });
        const words = { grow: 'grew', shrink: 'shrank', same: 'survived' };
        expect(await told.allInnerTexts()).toEqual(
          traced.versions.map(({ change, size }, i) => {
            const difference = size - (traced.versions[i - 1]?.size ?? size);
            const sign = difference > 0 ? '+' : '';
            return change === null ? '' : `${sign}${difference}, ${words[change]}`;
          }),
        );
        await page
          .locator('.side-panel .event-list li', { hasText: '31 December 2014' })
          .filter({ hasText: /merged into Northern Quarter.* \(absorbed\)/ })
          .waitFor();
      },
      MINUTES,
    );

    it(
      'keeps it open at a date at which it has another name, without losing the slider',
      async () => {
        await open('2017-12-31', 'the-sharp-project-video-production-activities');
        await heading('The Sharp Project: video production activities');
        await slider().focus();

        await page.keyboard.press('ArrowLeft');

        await heading('The Sharp Project: business and domestic software development');
        await page
          .getByText(/^Was The Sharp Project: video production activities before/)
          .waitFor();
        expect(await page.locator(':focus').getAttribute('type')).toBe('range');
      },
      MINUTES,
    );

    it(
      'does not get to another that bears its name of before',
      async () => {
        const before = `${DISTRICT}-business-and-domestic-software-development`;
        await open('2012-12-31', before);
        await heading(/^Synthetic district 32: business and domestic/);
        await slider().focus();

        await page.keyboard.press('ArrowRight');

        await heading('Synthetic district 32: information technology consultancy activities');
        const { clusters } = await visit.getJson<ClusterRun>(
          `/api/v1/clusters?${DIGITAL}&date=2013-12-31`,
        );
        expect(clusters.map(({ slug }) => slug)).toContain(before);
      },
      MINUTES,
    );
  });
}
