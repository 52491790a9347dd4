import type { StoredBusiness, StoredLocation } from './business.js';
import { PointStore } from './point-store.js';

const WEST: StoredLocation = {
  kind: 'registered',
  easting: 100,
  northing: 0,
  longitude: -5,
  latitude: 52,
  postcode: null,
  start: null,
  end: null,
};
const EAST: StoredLocation = { ...WEST, kind: 'trading', easting: 900, longitude: 1 };
const BUSINESS: StoredBusiness = {
  id: 1,
  status: null,
  start: null,
  end: null,
  jobsLow: null,
  jobsHigh: null,
  sectors: [],
  locations: [],
};

/** `id: sectors @ eastings` in the order of the slots. */
function rows(store: PointStore): string[] {
  const { businesses, locations, sectors, businessSlots } = store.columns;
  return [...businesses.ids.subarray(0, businessSlots)].map((id, slot) => {
    const begin = businesses.sectorOffsets[slot]!;
    const eastings: number[] = [];
    let at = businesses.firstLocations[slot]!;
    for (; at >= 0; at = locations.nextLocations[at]!) {
      eastings.push(locations.eastings[at]!);
      expect(locations.businesses[at]).toBe(slot);
    }
    return `${id}: ${[...sectors.slice(begin, begin + businesses.sectorCounts[slot]!)].join(' ')} @ ${eastings.join(' ')}`;
  });
}

it('puts businesses in the order of the map, without holes, and those without a place last', () => {
  const store = new PointStore();
  store.put({ ...BUSINESS, id: 7, sectors: [70, 71], locations: [EAST] });
  store.put({ ...BUSINESS, id: 3 });
  store.put({ ...BUSINESS, id: 4, sectors: [40], locations: [WEST] });
  store.put({ ...BUSINESS, id: 5, sectors: [50, 51, 52], locations: [WEST, EAST] });
  store.remove(4);

  store.arrange();

  expect(rows(store)).toEqual(['5: 50 51 52 @ 100 900', '7: 70 71 @ 900', '3:  @ ']);
  expect([store.businessCount, store.locationCount]).toEqual([3, 3]);
});

it('leaves a store that can be written to', () => {
  const store = new PointStore();
  store.put({ ...BUSINESS, id: 7, sectors: [70], locations: [EAST] });
  store.put({ ...BUSINESS, id: 5, sectors: [50], locations: [WEST] });
  store.arrange();

  store.put({ ...BUSINESS, id: 5, sectors: [55], locations: [EAST, WEST] });
  store.put({ ...BUSINESS, id: 6, sectors: [60], locations: [WEST] });

  expect(rows(store)).toEqual(['5: 55 @ 900 100', '7: 70 @ 900', '6: 60 @ 100']);
  expect(store.remove(7)).toBe(true);
  expect([store.businessCount, store.locationCount]).toEqual([2, 3]);
});

it('arranges an empty store', () => {
  const store = new PointStore();

  store.arrange();

  expect(store.businessCount).toBe(0);
});
