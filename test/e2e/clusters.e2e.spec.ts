import type { ClusterMemberList, ClusterRun } from '@cluster-atlas/contract';
import type { Page } from 'playwright-core';
import { accessibilityFaults, DESKTOP, PHONE } from '../support/browser.js';
import { DemoVisit } from '../support/demo-visit.js';
import { describeKeyboard } from './cluster-keyboard.js';
import { describeStanding } from './cluster-standing.js';
import { describeEmbedding } from './embedded-clusters.js';

const MINUTES = 60_000;
const DIGITAL = 'sectorGroup=dcms-digital';

let visit: DemoVisit;
let page: Page;

beforeAll(async () => {
  visit = await DemoVisit.start();
  page = visit.page;
}, 3 * MINUTES);

afterAll(() => visit.end(), MINUTES);

function findByApi(query: string): Promise<ClusterRun> {
  return visit.getJson(`/api/v1/clusters?${query}`);
}

/** The cluster around MediaCityUK, which the demo plants. */
const mediaCity = () => page.locator('.cluster-list').getByRole('button', { name: /^MediaCityUK/ });

describe('a policymaker', () => {
  it(
    'asks for the clusters of the digital sector and sees as many as the API finds',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}&map=13/53.4742/-2.3034`); // beside the hub’s marker
      await page.getByRole('checkbox', { name: 'Show clusters' }).check();

      const { clusters } = await findByApi(DIGITAL);
      await page.getByText(new RegExp(`^${clusters.length} clusters`)).waitFor();
      await page
        .locator('.map .cluster-outline')
        .nth(clusters.length - 1)
        .waitFor();
      expect(await page.locator('.map .cluster-outline').count()).toBe(clusters.length);
    },
    MINUTES,
  );

  it(
    'opens the cluster in the middle of the map, MediaCityUK, and reads whether it stands out',
    async () => {
      await page.getByRole('application').click();

      await page.getByRole('heading', { level: 2, name: /^MediaCityUK:/ }).waitFor();
      await page.getByText(/^Stands out clearly: p = 0\.00\d/).waitFor();
      const { clusters } = await findByApi(DIGITAL);
      const planted = clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;
      const panel = page.getByRole('region', { name: /^MediaCityUK/ });
      await panel.getByText(`${planted.size} businesses`, { exact: true }).first().waitFor();
      await panel.getByText(new RegExp(`of ${planted.size} shown`)).waitFor();
      const membersPath = `/api/v1/clusters/${planted.slug}/members?${DIGITAL}`;
      const { items } = await visit.getJson<ClusterMemberList>(membersPath);
      await panel
        .locator('.business', { hasText: items[0]!.name })
        .getByText(new RegExp(` · ${items[0]!.membership}$`))
        .first()
        .waitFor();
      const word = items[0]!.name.split(' ')[0]!;
      const named = await visit.getJson<ClusterMemberList>(
        `${membersPath}&name=${word.toUpperCase()}`,
      );
      expect(named.total).toBeGreaterThan(0);
      expect(named.total).toBeLessThan(planted.size);
      expect(named.items.every(({ name }) => name.includes(word))).toBe(true);
      await panel.getByLabel('Filter by name').fill(word.toLowerCase());
      await panel.getByText(new RegExp(`of ${named.total} shown`)).waitFor();
      await panel.getByLabel('Filter by name').fill('no such name');
      await panel.getByText('None of them has this in its name.').waitFor();
      await panel.getByLabel('Filter by name').fill('');
    },
    2 * MINUTES,
  );

  it(
    'reads how strong it is beside the others, and what speaks for it, as the API has it',
    async () => {
      const run = await findByApi(`${DIGITAL}&labellings=999&robustness=true`);
      const { tier, evidence } = run.clusters.find(({ name }) => name.startsWith('MediaCityUK'))!;
      const panel = page.getByRole('region', { name: /^MediaCityUK/ });
      const names = {
        none: 'No tier',
        qualifying: 'Qualifying',
        significant: 'Significant',
        strong: 'Strong',
        strong10: 'Strong, among the top tenth',
      };
      const verdicts = { met: 'Met', notMet: 'Not met', noEvidence: 'No evidence' };

      expect(await panel.locator('.tier').innerText()).toBe(names[tier!]);
      expect(await panel.locator('.evidence .verdict').allInnerTexts()).toEqual(
        [evidence.coLocated, evidence.related, evidence.linked, evidence.active].map(
          ({ verdict }) => verdicts[verdict],
        ),
      );
      expect(evidence.coLocated.verdict).toBe('met');
      expect(evidence.linked.verdict).toBe('noEvidence');
    },
    MINUTES,
  );

  it(
    'shares the address, which shows another person the same cluster',
    async () => {
      const title = await page.getByRole('heading', { level: 2, name: /^MediaCityUK/ }).innerText();
      const other = await visit.browser.newPage({ viewport: DESKTOP, locale: 'en-GB' });

      await other.goto(page.url());

      await other.getByRole('heading', { level: 2, name: title }).waitFor();
      await other.close();
    },
    MINUTES,
  );

  it(
    'gets the same figures by the command that the panel names',
    async () => {
      await page.getByText('Get these figures elsewhere').press('Enter');

      const command = await page.locator('.measurement code').innerText();

      expect(command).toBe(
        'npx atlas analyse clusters --sector-group dcms-digital --robustness --labellings 999',
      );
    },
    MINUTES,
  );
});

describe('a person who shares a cluster', () => {
  it(
    'copies a citation with the day, and a frame that other sites may show',
    async () => {
      await page.getByText('Cite, embed, print').press('Enter');

      const citation = await page.getByRole('textbox', { name: 'To cite' }).inputValue();
      const frame = await page.getByRole('textbox', { name: 'To show the map' }).inputValue();

      expect(citation).toMatch(/^Cluster Atlas\. MediaCityUK: .*date=\d{4}-\d\d-\d\d/);
      const address = /src="([^"]+)"/.exec(frame)![1]!;
      const framed = await page.request.get(address);
      expect(framed.headers()['content-security-policy']).toContain('frame-ancestors *');
      expect(framed.headers()['x-frame-options']).toBeUndefined();
      expect(framed.headers()['set-cookie']).toBeUndefined();
      const whole = await page.request.get(page.url());
      expect(whole.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    },
    MINUTES,
  );
});

describe('a person who uses the keyboard', () => {
  it(
    'finds other clusters by the slider, and the address follows',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown`);
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
    'asks for clusters of jobs, and is told why they are not tested',
    async () => {
      await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown`);
      await page.getByLabel('What is gathered').focus();

      await page.keyboard.press('j'); // as a list of choices takes it

      await page.waitForURL(/weight=jobs/);
      const { clusters, warnings } = await findByApi(`${DIGITAL}&weight=jobs&minPoints=100`);
      await page.getByText(new RegExp(`^${clusters.length} clusters`)).waitFor();
      await page.getByText(/^Not tested for significance: the test is of how many/).waitFor();
      await page.locator('.cluster-area').getByText(warnings[0]!).waitFor();
      await page.locator('.legend').getByText('not tested for significance').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel('What is gathered').selectOption('Businesses');
      await page.waitForURL((url) => !url.searchParams.has('weight'));
      await page.goto(`${visit.url}/?${DIGITAL}&clusters=shown&eps=275`);
    },
    MINUTES,
  );

  it(
    'reads how tiers are told',
    async () => {
      await mediaCity().focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('region', { name: /^MediaCityUK/ });
      await panel.getByText('How tiers are told').focus();

      await page.keyboard.press('Enter');

      const { tiers } = await findByApi(`${DIGITAL}&eps=275`);
      await panel.getByText(`Beside the ${tiers!.compared} clusters of the list.`).waitFor();
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => !url.searchParams.has('cluster'));
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
      expect(await page.locator(':focus').innerText()).toMatch(/^MediaCityUK/);
    },
    MINUTES,
  );
});

it(
  'says so where there is no cluster',
  async () => {
    await page.goto(`${visit.url}/?sectors=02&clusters=shown`);

    await page.getByText('Nowhere are so many of the selected businesses so close').waitFor();
  },
  MINUTES,
);

it.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])(
  'axe finds no fault in a cluster on %s',
  async (_, viewport) => {
    const other = await visit.browser.newPage({ viewport });
    const { clusters } = await findByApi(DIGITAL);
    await other.goto(`${visit.url}/?${DIGITAL}&clusters=shown&cluster=${clusters[0]!.slug}`);
    await other.getByText(/^Stands out clearly/).waitFor();
    await other.getByText('How tiers are told').click();
    await other.getByText('All businesses within the outline').waitFor();

    expect(await accessibilityFaults(other)).toEqual([]);

    await other.close();
  },
  MINUTES,
);

it(
  'on a phone, one button leads to clusters, hubs and filters, and says so',
  async () => {
    const phone = await visit.browser.newPage({ viewport: PHONE });
    await phone.goto(`${visit.url}/?${DIGITAL}`);
    await phone.getByText(/businesses in view/).waitFor();

    await phone.getByRole('button', { name: 'Explore clusters, hubs and filters' }).click();

    const dialog = phone.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'Clusters' }).waitFor();
    await dialog.getByRole('heading', { name: 'Filters' }).waitFor();
    await phone.close();
  },
  MINUTES,
);

describeStanding(() => visit);
describeKeyboard(() => visit);
describeEmbedding(() => visit);

it('none of the pages reported an error', () => {
  expect(visit.faults).toEqual([]);
});
