import { toNationalGrid } from '@cluster-atlas/geo';
import { isPublicId } from '../businesses/public-id.js';
import { SECTOR_GROUPS } from '../sectors/sector-groups.js';
import { SALFORD_EMPLOYMENT } from './anchors.js';
import { generateDemo, type DemoBusiness, type DemoLocation } from './generate-demo.js';
import { HISTORIES } from './histories.js';
import { HUB_POSITIONS } from './hubs.js';
import { isInSalford } from './salford.js';

const businesses = generateDemo();

const aliveOn = (date: string) =>
  businesses.filter(
    ({ startedOn, endedOn }) => startedOn <= date && (endedOn === null || date < endedOn),
  );

const validOn = ({ locations }: DemoBusiness, date: string) =>
  locations.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= date) && (validTo === null || date < validTo),
  );

/** Where it trades, else where it is registered: `best` of the analyses. */
function workplaces(business: DemoBusiness, date: string): DemoLocation[] {
  const valid = validOn(business, date);
  const trading = valid.filter(({ kind }) => kind === 'trading');
  return trading.length > 0 ? trading : valid;
}

function within(
  metres: number,
  { longitude, latitude }: { longitude: number; latitude: number },
  date: string,
): DemoBusiness[] {
  const centre = toNationalGrid(longitude, latitude);
  return aliveOn(date).filter((business) =>
    workplaces(business, date).some(
      ({ easting, northing }) =>
        Math.hypot(easting - centre.easting, northing - centre.northing) <= metres,
    ),
  );
}

function inGroup(slug: string): (business: DemoBusiness) => boolean {
  const { codes } = SECTOR_GROUPS.find((group) => group.slug === slug)!;
  return ({ sectors }) => sectors.some(({ code }) => codes.includes(code.slice(0, 4)));
}
const isDigital = inGroup('dcms-digital');
const isCreative = inGroup('dcms-creative');

/** Digital businesses in the heart of a district with a planted history. */
function digitalIn(slug: string, year: number): number {
  const district = HISTORIES.flatMap(({ districts }) => districts).find(
    (one) => one.slug === slug,
  )!;
  const { centre, radius } = district.grounds[0]!;
  return within(radius + 1, centre, `${year}-12-31`).filter(isDigital).length;
}

describe('the demo', () => {
  it('is the same to the byte for the same seed, and another one for another', () => {
    expect(JSON.stringify(generateDemo())).toBe(JSON.stringify(businesses));
    expect(JSON.stringify(generateDemo(1))).not.toBe(JSON.stringify(businesses));
  });

  it('has about 12,000 businesses, each with a name, a key and an id of its own', () => {
    expect(businesses.length).toBeGreaterThan(11_500);
    expect(businesses.length).toBeLessThan(12_800);
    for (const key of ['name', 'externalId', 'publicId'] as const) {
      expect(new Set(businesses.map((business) => business[key])).size).toBe(businesses.length);
    }
    expect(businesses.every(({ publicId }) => isPublicId(publicId))).toBe(true);
    expect(businesses[0]!.externalId).toBe('DEMO-000001');
  });

  it('tells when a business began, ended, was first seen and moved, in an order that can be', () => {
    for (const business of businesses) {
      const { startedOn, endedOn, firstSeenOn, lastSeenOn, status, locations } = business;
      expect(status).toBe(endedOn === null ? 'Active' : 'Dissolved');
      expect(endedOn === null || startedOn < endedOn).toBe(true);
      expect(firstSeenOn).toBe(startedOn < '2005-01-01' ? '2005-01-01' : startedOn);
      expect(lastSeenOn).toBe('2025-12-31');
      for (const { validFrom, validTo } of locations) {
        expect(validFrom === null || validFrom > startedOn).toBe(true);
        expect(validTo === null || validTo > (validFrom ?? startedOn)).toBe(true);
        expect(validTo === null || endedOn === null || validTo <= endedOn).toBe(true);
      }
    }
    expect(businesses.filter(({ endedOn }) => endedOn !== null).length).toBeGreaterThan(5_000);
    expect(businesses.filter(({ locations }) => locations.some((one) => one.validTo)).length)
      .toBeGreaterThan(1_000); // prettier-ignore
  });

  it('states the jobs of seven in ten, and has many businesses at one position', () => {
    const stated = businesses.filter(({ jobsLow }) => jobsLow !== null).length;
    expect(stated / businesses.length).toBeCloseTo(0.7, 1);

    const positions = businesses.flatMap(({ locations }) =>
      locations.map(({ easting, northing }) => `${easting} ${northing}`),
    );
    expect(new Set(positions).size).toBeLessThan(positions.length / 3);
  });
});

describe('MediaCityUK in the demo', () => {
  it.each([
    ['2010-12-31', 5, 20],
    ['2012-12-31', 115, 125],
    ['2017-12-31', 240, 260],
    ['2025-12-31', 290, 310],
  ])('has on %s between %d and %d businesses within 500 m', (date, fewest, most) => {
    const { length } = within(500, HUB_POSITIONS.mediacityuk, date);

    expect(length).toBeGreaterThanOrEqual(fewest);
    expect(length).toBeLessThanOrEqual(most);
  });

  const survey = within(500, HUB_POSITIONS.mediacityuk, '2017-12-31');
  const percent = (holds: (business: DemoBusiness) => boolean) =>
    (100 * survey.filter(holds).length) / survey.length;

  it.each([
    ['TV and film production', '5911', 22],
    ['apps', '62012', 12],
    ['design', '74100', 10],
    ['PR', '70210', 8.5],
  ])('has in 2017 the published share of %s', (_name, code, published) => {
    const share = percent(({ sectors }) => sectors[0]!.code.startsWith(code));

    expect(Math.abs(share - published)).toBeLessThan(1.5);
  });

  it.each([
    [1, 1, 7],
    [2, 10, 31],
    [11, 50, 22],
    [51, 200, 6],
  ])('has in 2017 the published share of businesses with %d to %d jobs', (low, high, published) => {
    const share = percent(({ jobsLow }) => jobsLow !== null && jobsLow >= low && jobsLow <= high);

    expect(Math.abs(share - published)).toBeLessThan(1.5);
  });

  it('has in 2017 six in ten with another location', () => {
    const share = percent(
      (business) => new Set(validOn(business, '2017-12-31').map(({ easting }) => easting)).size > 1,
    );

    expect(Math.abs(share - 60)).toBeLessThan(3);
  });
});

it.each(SALFORD_EMPLOYMENT.map(({ year, jobs }) => [year, jobs]))(
  'the demo has in %d the published %d creative and digital jobs in Salford',
  (year, published) => {
    const date = `${year}-12-31`;

    const jobs = aliveOn(date)
      .filter((business) => isDigital(business) || isCreative(business))
      .filter((business) => workplaces(business, date).some(isInSalford))
      .reduce((sum, { jobsLow }) => sum + (jobsLow ?? 0), 0);

    expect(Math.abs(jobs / published - 1)).toBeLessThan(0.05);
  },
);

describe('planted in the demo', () => {
  it('a games cluster emerges at Circle Square from 2018 to 2020', () => {
    const counts = [2017, 2018, 2019, 2020].map((year) => digitalIn('circle-square', year));

    expect(counts[0]).toBe(0);
    expect(counts[1]).toBeLessThan(10);
    expect(counts[2]).toBeGreaterThan(15);
    expect(counts[3]).toBeGreaterThan(30);
  });

  it('Northern Quarter and Ancoats are 280 m apart until Great Ancoats Street fills in 2014', () => {
    expect(digitalIn('northern-quarter', 2013)).toBeGreaterThan(30);
    expect(digitalIn('ancoats', 2013)).toBeGreaterThan(25);
    expect(digitalIn('great-ancoats-street', 2013)).toBe(0);
    expect(digitalIn('great-ancoats-street', 2014)).toBeGreaterThan(10);
  });

  it('Castlefield and First Street lose what joined them when Knott Mill is cleared in 2016', () => {
    expect(digitalIn('knott-mill', 2015)).toBeGreaterThan(10);
    expect(digitalIn('knott-mill', 2016)).toBe(0);
    expect(digitalIn('castlefield', 2016)).toBeGreaterThan(20);
    expect(digitalIn('first-street', 2016)).toBeGreaterThan(20);
  });

  it('print and publishing in Strangeways fade from 2008 to 2013', () => {
    expect(digitalIn('strangeways', 2007)).toBeGreaterThan(30);
    expect(digitalIn('strangeways', 2010)).toBeLessThan(25);
    expect(digitalIn('strangeways', 2013)).toBeLessThan(10);
  });
});
