import type { StoredBusiness, StoredLocation } from './business.js';
import { countInside } from './count-inside.js';
import { placedBusinesses, type PlacedBusinesses } from './placed-businesses.js';
import { PointStore } from './point-store.js';
import type { Selection } from './selection.js';

const PLACE: StoredLocation = {
  kind: 'trading',
  easting: 400_000,
  northing: 300_000,
  longitude: -2,
  latitude: 52.6,
  postcode: 'M1 1AA',
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
  sectors: [7],
  locations: [PLACE],
};
const SECTOR_7: Selection = {
  sectors: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1),
  primaryOnly: false,
  sizeBands: null,
  status: null,
  location: 'best',
  date: 20_000,
  massAddresses: 'exclude',
};

function storeOf(...businesses: StoredBusiness[]): PointStore {
  const store = new PointStore();
  for (const business of businesses) store.put(business);
  return store;
}

/** Without pauses. */
function gather(store: PointStore, who: 'matching' | 'all' = 'matching'): PlacedBusinesses {
  const turns = placedBusinesses(store, SECTOR_7, who);
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

it('has a business once at each of its places, by id and place', () => {
  const elsewhere = { ...PLACE, easting: 399_000, longitude: -2.0148 };
  const store = storeOf(
    { ...BUSINESS, id: 9, jobsLow: 3, jobsHigh: 9 },
    {
      ...BUSINESS,
      id: 4,
      locations: [PLACE, elsewhere, { ...PLACE, kind: 'activity' }],
      sectors: [8, 7],
    },
  );

  const placed = gather(store);

  expect([...placed.ids]).toEqual([4, 4, 9]);
  expect([...placed.xs]).toEqual([399_000, 400_000, 400_000]);
  expect([...placed.primarySectors]).toEqual([8, 8, 7]);
  expect([...placed.jobsLow]).toEqual([NaN, NaN, 3]);
  expect(store.postcodeOf(placed.postcodes[0]!)).toBe('M1 1AA');
});

it('has those around them too, if asked, and tells them apart', () => {
  const store = storeOf(BUSINESS, { ...BUSINESS, id: 3, sectors: [8] });

  const { ids, matching } = gather(store, 'all');

  expect([...ids]).toEqual([1, 3]);
  expect([...matching]).toEqual([1, 0]);
});

it('counts who matches, who is off the grid, and all others', () => {
  const offGrid = { ...PLACE, easting: NaN, northing: NaN };
  const store = storeOf(
    BUSINESS,
    { ...BUSINESS, id: 2, locations: [offGrid] },
    { ...BUSINESS, id: 3, sectors: [8] },
    { ...BUSINESS, id: 4, end: 19_000 },
  );

  const { ids, base, offGrid: count, excluded } = gather(store);

  expect([...ids]).toEqual([1]);
  expect(base).toEqual({ all: 3, matching: 2 });
  expect(count).toBe(1);
  expect(excluded.notAlive).toBe(1);
});

it('counts the businesses with a place in a region, each once', () => {
  const east = { ...PLACE, easting: 400_050, longitude: -1.9993 };
  const store = storeOf(
    { ...BUSINESS, id: 1, locations: [PLACE, east] },
    { ...BUSINESS, id: 2, sectors: [8], locations: [east] },
    { ...BUSINESS, id: 3, locations: [{ ...PLACE, northing: 300_900, latitude: 52.608 }] },
  );
  const region = {
    box: [-2.1, 52.59, -1.9, 52.601] as const,
    contains: (easting: number, northing: number) => easting >= 400_000 && northing < 300_500,
  };

  expect(countInside(store, region, SECTOR_7)).toEqual({ all: 2, matching: 1 });
});
