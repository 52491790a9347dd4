import { fromNationalGrid } from '@cluster-atlas/geo';
import type { StoredBusiness, StoredLocation } from './business.js';
import { listBusinesses, placedInScope, type BusinessQuery } from './list-businesses.js';
import { PointStore } from './point-store.js';
import type { Selection } from './selection.js';

const BUSINESS: StoredBusiness = {
  id: 1,
  status: null,
  start: null,
  end: null,
  jobsLow: null,
  jobsHigh: null,
  sectors: [7],
  locations: [],
};
const SECTOR_7: Selection = {
  sectors: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1),
  primaryOnly: false,
  sizeBands: null,
  status: null,
  location: 'best',
  date: 1000,
  massAddresses: 'include',
};
const HALL = { easting: 435_348, northing: 387_194 };
const CENTRE = fromNationalGrid(HALL.easting, HALL.northing);
const ANY: BusinessQuery = { box: null, site: null, near: HALL, after: null, limit: 50 };

/** Metres to the east of the hall. */
function east(metres: number): StoredLocation {
  const grid = { easting: HALL.easting + metres, northing: HALL.northing };
  const position = fromNationalGrid(grid.easting, grid.northing);
  return { kind: 'trading', ...grid, ...position, postcode: null, start: null, end: null };
}

function storeOf(businesses: readonly StoredBusiness[]): PointStore {
  const store = new PointStore();
  for (const business of businesses) store.put(business);
  return store;
}

const TOWN = storeOf([
  { ...BUSINESS, id: 9, locations: [east(500)] },
  { ...BUSINESS, id: 3, locations: [east(-250)] },
  { ...BUSINESS, id: 2, locations: [east(4000), east(250)] },
  { ...BUSINESS, id: 5, locations: [east(0)], sectors: [8] },
  { ...BUSINESS, id: 6, locations: [east(500)] },
  { ...BUSINESS, id: 7, locations: [{ ...east(0), easting: NaN, northing: NaN }] },
  { ...BUSINESS, id: 8, locations: [] },
]);

it('lists the matching businesses by the distance of their nearest location, then by id', () => {
  const page = listBusinesses(TOWN, ANY, SECTOR_7);

  expect(page).toEqual({
    total: 5,
    limited: false,
    ids: Uint32Array.of(2, 3, 6, 9, 7),
    distances: Float64Array.of(250, 250, 500, 500, Infinity),
    eastings: Float64Array.of(435_598, 435_098, 435_848, 435_848, NaN),
    northings: Float64Array.of(387_194, 387_194, 387_194, 387_194, NaN),
  });
});

it('goes on after the last of the page before', () => {
  const first = listBusinesses(TOWN, { ...ANY, limit: 3 }, SECTOR_7);
  const after = { distance: first.distances[2]!, id: first.ids[2]! };
  const second = listBusinesses(TOWN, { ...ANY, limit: 2, after }, SECTOR_7);

  expect([...first.ids, ...second.ids]).toEqual([2, 3, 6, 9, 7]);
  expect([first.limited, second.limited]).toEqual([true, false]);
  expect([first.total, second.total]).toEqual([5, 5]);
});

it('takes the nearest of the locations in the box', () => {
  const [west, far] = [east(3900), east(4100)];
  const box = [west.longitude, 53, far.longitude, 54] as const;

  const page = listBusinesses(TOWN, { ...ANY, box }, SECTOR_7);

  expect([...page.ids]).toEqual([2]);
  expect([...page.distances]).toEqual([4000]);
});

it('lists who is at exactly one place, by id without a place to be near', () => {
  const site = { easting: HALL.easting + 500, northing: HALL.northing };

  const page = listBusinesses(TOWN, { ...ANY, site, near: null }, SECTOR_7);

  expect([...page.ids]).toEqual([6, 9]);
  expect([...page.distances]).toEqual([0, 0]);
});

it('wants the same location at the place and in the box', () => {
  const site = { easting: HALL.easting + 4000, northing: HALL.northing };
  const around = [CENTRE.longitude - 0.01, 53, CENTRE.longitude + 0.01, 54] as const;

  expect(listBusinesses(TOWN, { ...ANY, site }, SECTOR_7).total).toBe(1);
  expect(listBusinesses(TOWN, { ...ANY, site, box: around }, SECTOR_7).total).toBe(0);
});

it.each([
  { easting: HALL.easting + 499.999, northing: HALL.northing },
  { easting: 1e12, northing: -1e12 },
  { easting: 0, northing: 5e6 },
])('finds nobody at %j', (site) => {
  expect(listBusinesses(TOWN, { ...ANY, site }, SECTOR_7).total).toBe(0);
});

it('pages through thousands without missing or repeating one', () => {
  const many = Array.from({ length: 6000 }, (_, i) => ({
    ...BUSINESS,
    id: i + 1,
    locations: [east((i * 7919) % 1000)],
  }));
  const store = storeOf(many);
  const ids: number[] = [];

  let after: BusinessQuery['after'] = null;
  for (let limited = true; limited;) {
    const page = listBusinesses(store, { ...ANY, limit: 1999, after }, SECTOR_7);
    ids.push(...page.ids);
    after = { distance: page.distances.at(-1)!, id: page.ids.at(-1)! };
    limited = page.limited;
  }

  const distance = (id: number) => ((id - 1) * 7919) % 1000;
  const sorted = many.map(({ id }) => id).sort((a, b) => distance(a) - distance(b) || a - b);
  expect(ids).toEqual(sorted);
});

it.each([0, 1.5, NaN])('refuses a page of %d', (limit) => {
  expect(() => listBusinesses(TOWN, { ...ANY, limit }, SECTOR_7)).toThrow(RangeError);
});

it('finds all that it would list, by id, each at the same place', () => {
  expect(placedInScope(TOWN, { box: null, site: null, near: HALL }, SECTOR_7)).toEqual({
    ids: Uint32Array.of(2, 3, 6, 7, 9),
    eastings: Float64Array.of(435_598, 435_098, 435_848, NaN, 435_848),
    northings: Float64Array.of(387_194, 387_194, 387_194, NaN, 387_194),
  });
  const east500 = { easting: 435_848, northing: 387_194 };
  expect(placedInScope(TOWN, { box: null, site: east500, near: null }, SECTOR_7).ids).toEqual(
    Uint32Array.of(6, 9),
  );
});
