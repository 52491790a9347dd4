import type { StoredBusiness, StoredLocation } from './business.js';
import { degreeBox, type DegreeBox } from './mercator-box.js';
import { PointStore } from './point-store.js';
import { forEachSelectedIn, type Excluded, type Selection } from './selection.js';

const OFFICE: StoredLocation = {
  kind: 'registered',
  easting: 100,
  northing: 0,
  longitude: -1.5,
  latitude: 53,
  postcode: 'S1 2HH',
  start: null,
  end: null,
};
const SHOP: StoredLocation = { ...OFFICE, kind: 'trading', easting: 200, postcode: 'S11 9PA' };
const FAR: StoredLocation = { ...SHOP, easting: 300, longitude: 0 };
const BUSINESS: StoredBusiness = {
  id: 1,
  status: 'Active',
  start: null,
  end: null,
  jobsLow: null,
  jobsHigh: null,
  sectors: [],
  locations: [OFFICE],
};
const ALL: Selection = {
  sectors: null,
  primaryOnly: false,
  sizeBands: null,
  status: null,
  location: 'best',
  date: 1000,
  massAddresses: 'exclude',
};
const HERE: DegreeBox = [-2, 52, -1, 54];
const NONE_EXCLUDED: Excluded = { notAlive: 0, status: 0, noLocation: 0, massAddress: 0 };

/** What is visited, as `id: eastings`; among `others` businesses far away. */
function select(businesses: readonly StoredBusiness[], selection = ALL, others = 0) {
  const store = new PointStore();
  for (const business of businesses) store.put(business);
  for (let id = 1001; id <= 1000 + others; id++) {
    store.put({ ...BUSINESS, id, locations: [{ ...FAR, easting: id }] });
  }
  const { columns } = store;
  const visited: string[] = [];
  const box = degreeBox(HERE);
  const excluded = forEachSelectedIn(store, { selection, box }, (business) => {
    const at = [...business.locations.subarray(0, business.locationCount)];
    const eastings = at.map((location) => columns.locations.eastings[location]);
    visited.push(`${columns.businesses.ids[business.slot]}: ${eastings.join(' ')}`);
  });
  return { visited: visited.sort(), excluded };
}

describe.each([
  ['few others', 0],
  ['many others', 6000], // then the curve is followed, not the slots
])('beside %s', (_, others) => {
  it('visits a business once, with its locations in the box only', () => {
    const { visited } = select(
      [
        { ...BUSINESS, id: 1 },
        { ...BUSINESS, id: 2, locations: [FAR, SHOP, { ...SHOP, easting: 250 }] },
        { ...BUSINESS, id: 3, locations: [FAR] },
        { ...BUSINESS, id: 4, locations: [] },
      ],
      ALL,
      others,
    );

    expect(visited).toEqual(['1: 100', '2: 200 250']);
  });

  it('does not fall back on the office here of a business that trades elsewhere', () => {
    const { visited, excluded } = select([{ ...BUSINESS, locations: [OFFICE, FAR] }], ALL, others);

    expect(visited).toEqual([]);
    expect(excluded).toEqual(NONE_EXCLUDED);
  });

  it('says why businesses in the box do not count', () => {
    const { visited, excluded } = select(
      [
        { ...BUSINESS, id: 1, end: 1000 },
        { ...BUSINESS, id: 2, locations: [FAR, { ...OFFICE, end: 5 }] },
        { ...BUSINESS, id: 3, status: 'Liquidation', locations: [OFFICE, OFFICE] },
        { ...BUSINESS, id: 4, end: 1000, locations: [FAR] },
      ],
      { ...ALL, status: 'active', location: 'registered' },
      others,
    );

    expect(visited).toEqual([]);
    expect(excluded).toEqual({ notAlive: 1, status: 1, noLocation: 1, massAddress: 0 });
  });

  it('misses a business for its mass address here, though it has another place', () => {
    const crowd = Array.from({ length: 501 }, (_, i) => ({ ...BUSINESS, id: i + 1 }));
    const both = { ...BUSINESS, id: 600, locations: [OFFICE, { ...FAR, kind: 'registered' }] };

    const { visited, excluded } = select([...crowd, both as StoredBusiness], ALL, others);

    expect(visited).toEqual([]);
    expect(excluded).toEqual({ ...NONE_EXCLUDED, massAddress: 502 });
  });
});
