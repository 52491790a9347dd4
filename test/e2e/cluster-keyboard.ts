import type { ClusterMemberList, ClusterRun } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP } from '../support/browser.js';
import type { DemoVisit } from '../support/demo-visit.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';
const MOST_STOPS = 60;

/** Journeys of who has a keyboard only: each control is reached by Tab. */
export function describeKeyboard(visitOf: () => DemoVisit): void {
  describe('a person with a keyboard only', () => {
    let page: Page;
    const find = (query: string) =>
      visitOf().getJson<ClusterRun>(`/api/v1/clusters?${DIGITAL}&${query}`);
    const countOf = ({ clusters }: ClusterRun) =>
      page.getByText(new RegExp(`^${clusters.length} clusters?$`)).waitFor();

    beforeAll(async () => {
      page = await visitOf().browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });
    }, MINUTES);

    afterAll(() => page.close());

    it(
      'has clusters found and tested, opens one of the list and reads whether it stands out',
      async () => {
        await page.goto(`${visitOf().url}/?${DIGITAL}`);
        await tabTo(page, 'Show clusters of the selected businesses');
        await page.keyboard.press('Space');
        await tabTo(page, 'Neighbours at least');

        await page.keyboard.press('ArrowLeft');

        await page.waitForURL(/minPoints=9/);
        await page.locator('.cluster-list').getByText('stands out clearly').first().waitFor();
        const { clusters } = await find('minPoints=9&labellings=999&robustness=true');
        await tabTo(page, clusters[0]!.name);
        await page.keyboard.press('Enter');
        const panel = page.getByRole('region', { name: clusters[0]!.name, exact: true });
        expect(clusters[0]!.significance!.p).toBeLessThan(0.01);
        await panel
          .getByText(`Stands out clearly: p = ${clusters[0]!.significance!.p}`, { exact: true })
          .waitFor();
        await page.keyboard.press('Escape');
      },
      MINUTES,
    );

    it(
      'chooses micro and creative clusters, and those of any density',
      async () => {
        await page.goto(`${visitOf().url}/?${DIGITAL}&clusters=shown`);
        await tabTo(page, 'How clusters are found');

        await page.keyboard.press('ArrowDown');
        await page.waitForURL(/eps=500/);
        await countOf(await find('eps=500'));
        await page.keyboard.press('ArrowDown');
        await page.waitForURL(/minSize=50/);
        await countOf(await find('eps=500&minSize=50'));
        await page.keyboard.press('ArrowDown');

        await page.waitForURL(/method=hdbscan/);
        await countOf(await find('method=hdbscan'));
      },
      MINUTES,
    );

    it(
      'reads of each business how far it belongs to a cluster of any density',
      async () => {
        const [first] = (await find('method=hdbscan')).clusters;
        await tabTo(page, first!.name);

        await page.keyboard.press('Enter');

        const panel = page.getByRole('region', { name: first!.name, exact: true });
        const { items } = await visitOf().getJson<ClusterMemberList>(
          `/api/v1/clusters/${first!.slug}/members?${DIGITAL}&method=hdbscan`,
        );
        const part = items.find(({ probability }) => probability! > 0.01 && probability! < 0.99)!;
        await panel
          .locator('.business', { hasText: part.name })
          .getByText(`membership ${Number(part.probability!.toFixed(2))}`)
          .first()
          .waitFor();
        await panel.getByText('All businesses within the outline').waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
      },
      MINUTES,
    );
  });
}

/** Presses Tab until what has the focus bears the name, by its label or its text. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate((wanted) => {
      const element = document.activeElement as HTMLInputElement | null;
      const texts = [
        element?.textContent,
        ...[...(element?.labels ?? [])].map((label) => label.textContent),
      ];
      return texts.some((text) => text?.trim().startsWith(wanted));
    }, name);
    if (isThere) return;
  }
  throw new Error(`no ${name} after ${MOST_STOPS} stops`);
}
