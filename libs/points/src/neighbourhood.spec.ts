import type { StoredBusiness, StoredLocation } from './business.js';
import { neighbourhood } from './neighbourhood.js';
import { PointStore } from './point-store.js';
import type { Selection } from './selection.js';

const CENTRE: StoredLocation = {
  kind: 'registered',
  easting: 400_000,
  northing: 300_000,
  longitude: -2,
  latitude: 52.6,
  postcode: null,
  start: null,
  end: null,
};
const BUSINESS: StoredBusiness = {
  id: 1,
  status: 'Active',
  start: null,
  end: null,
  jobsLow: null,
  jobsHigh: null,
  sectors: [],
  locations: [CENTRE],
};
const ALL: Selection = {
  sectors: null,
  primaryOnly: false,
  sizeBands: null,
  status: null,
  location: 'best',
  date: 20_000,
  massAddresses: 'exclude',
};
const SECTOR_7: Selection = { ...ALL, sectors: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1) };
const DISC = { easting: 400_000, northing: 300_000, radius: 500 };

const east = (metres: number): StoredLocation => ({ ...CENTRE, easting: 400_000 + metres });

function storeOf(businesses: readonly StoredBusiness[]): PointStore {
  const store = new PointStore();
  for (const business of businesses) store.put(business);
  return store;
}

const TOWN: readonly StoredBusiness[] = [
  { ...BUSINESS, id: 9, locations: [east(500)], sectors: [7, 8], jobsLow: 10, jobsHigh: 49 },
  { ...BUSINESS, id: 3, locations: [east(250)], sectors: [8] },
  { ...BUSINESS, id: 2, locations: [east(-250)], sectors: [8, 7], jobsLow: 3, jobsHigh: 3 },
  { ...BUSINESS, id: 5, locations: [east(500.001)], sectors: [7] },
  { ...BUSINESS, id: 6, locations: [east(50_000)], sectors: [] },
  { ...BUSINESS, id: 7, end: 19_000 },
  { ...BUSINESS, id: 8, locations: [] },
];

it('lists the businesses in the disc, its edge included, by distance and id', () => {
  const around = neighbourhood(storeOf(TOWN), DISC, SECTOR_7);

  expect([...around.ids]).toEqual([2, 3, 9]);
  expect([...around.distances]).toEqual([250, 250, 500]);
  expect([...around.matching]).toEqual([1, 0, 1]);
  expect([...around.jobsLow]).toEqual([3, NaN, 10]);
  expect([...around.jobsHigh]).toEqual([3, NaN, 49]);
  expect([...around.primarySectors]).toEqual([8, 8, 7]);
});

it('counts the base and what is excluded over the whole store', () => {
  const around = neighbourhood(storeOf(TOWN), DISC, SECTOR_7);

  expect(around.base).toEqual({ all: 5, matching: 3 });
  expect(around.excluded).toEqual({ notAlive: 1, status: 0, noLocation: 1, massAddress: 0 });
});

it('counts the base within an area, by any of the locations', () => {
  const branches = { ...BUSINESS, id: 10, locations: [east(-600), east(30)], sectors: [7] };
  const isEast = (easting: number) => easting > 400_000;

  const around = neighbourhood(
    storeOf([...TOWN, branches]),
    { ...DISC, baseArea: isEast },
    SECTOR_7,
  );

  expect(around.base).toEqual({ all: 5, matching: 3 }); // without 2, with 10
  expect(around.excluded.noLocation).toBe(1);
});

it('adds up the pull of all, not of the disc alone', () => {
  const { gravity } = neighbourhood(storeOf(TOWN), { ...DISC, radius: 1 }, SECTOR_7);

  // 2/e + 1/e^2 + exp(-500.001/250), and without the second business at 250 m
  expect(gravity.all.firms).toBeCloseTo(1.0064289074760597, 13);
  expect(gravity.matching.firms).toBeCloseTo(0.6385494663046174, 13);
  expect(gravity.all.jobsLow).toBeCloseTo(2.456991155880454, 13); // 3/e + 10/e^2
  expect(gravity.all.jobsHigh).toBeCloseTo(7.735067202108349, 13); // 3/e + 49/e^2
});

it('takes a business once, at its nearest location', () => {
  const chain = { ...BUSINESS, locations: [east(400), east(-100), east(300)] };

  const around = neighbourhood(storeOf([chain]), DISC, ALL);

  expect([...around.distances]).toEqual([100]);
  expect([around.eastings[0], around.northings[0]]).toEqual([399_900, 300_000]);
  expect(around.base.all).toBe(1);
  expect(around.gravity.all.firms).toBeCloseTo(Math.exp(-0.4), 15);
});

it('finds a business off the grid in the base only', () => {
  const abroad = { ...BUSINESS, locations: [{ ...CENTRE, easting: NaN, northing: NaN }] };

  const around = neighbourhood(storeOf([abroad]), DISC, ALL);

  expect(around.ids).toHaveLength(0);
  expect(around.base.all).toBe(1);
  expect(around.gravity.all.firms).toBe(0);
});

it('gives the same answer in whatever order the store was filled', () => {
  const spread = Array.from({ length: 300 }, (_, i) => ({
    ...BUSINESS,
    id: i + 1,
    jobsLow: (i * 7) % 50,
    jobsHigh: 50,
    sectors: [1 + (i % 9)],
    locations: [east((i * i) % 700)],
  }));

  const forwards = neighbourhood(storeOf(spread), DISC, SECTOR_7);
  const backwards = neighbourhood(storeOf(spread.toReversed()), DISC, SECTOR_7);

  expect(backwards).toEqual(forwards);
});

it('is empty over an empty store', () => {
  const around = neighbourhood(new PointStore(), DISC, ALL);

  expect(around.ids).toHaveLength(0);
  expect(around.base).toEqual({ all: 0, matching: 0 });
});

it('needs nothing of the store but its columns, as a worker has them', () => {
  const store = storeOf(TOWN);

  const posted = { columns: store.columns };

  expect([...neighbourhood(posted, DISC, ALL).ids]).toEqual([2, 3, 9]);
});

it.each([
  { ...DISC, radius: -1 },
  { ...DISC, radius: NaN },
  { ...DISC, easting: NaN },
])('refuses %j', (disc) => {
  expect(() => neighbourhood(new PointStore(), disc, ALL)).toThrow(RangeError);
});
