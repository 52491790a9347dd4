import type { StoredBusiness, StoredLocation } from './business.js';
import { PointStore } from './point-store.js';

const HALL: StoredLocation = {
  kind: 'registered',
  easting: 435347.846,
  northing: 387193.869,
  longitude: -1.470083,
  latitude: 53.380419,
  postcode: 'S1 2HH',
  start: null,
  end: null,
};
const BAKERY: StoredBusiness = {
  id: 1,
  status: 'Active',
  start: 18_000,
  end: null,
  jobsLow: 2,
  jobsHigh: 9,
  sectors: [107, 472],
  locations: [HALL, { ...HALL, kind: 'trading', postcode: null, start: 18_500, end: 19_000 }],
};

function fill(store: PointStore, ids: readonly number[], business = BAKERY): void {
  for (const id of ids) store.put({ ...business, id });
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('put', () => {
  it('writes a business and its locations into the columns', () => {
    const store = new PointStore();

    store.put(BAKERY);

    const { businesses, locations, sectors, statuses, businessSlots } = store.columns;
    expect(businessSlots).toBe(1);
    expect(businesses.ids[0]).toBe(1);
    expect(statuses[businesses.statuses[0]!]).toBe('active');
    expect([businesses.starts[0], businesses.ends[0]]).toEqual([18_000, 2_147_483_647]);
    expect([businesses.jobsLow[0], businesses.jobsHigh[0]]).toEqual([2, 9]);
    expect([...sectors.subarray(businesses.sectorOffsets[0], 2)]).toEqual([107, 472]);
    const first = businesses.firstLocations[0]!;
    const second = locations.nextLocations[first]!;
    expect(locations.nextLocations[second]).toBe(-1);
    expect([locations.kinds[first], locations.kinds[second]]).toEqual([0, 1]);
    expect([locations.starts[first], locations.ends[first]]).toEqual([
      -2_147_483_648, 2_147_483_647,
    ]);
    expect([locations.starts[second], locations.ends[second]]).toEqual([18_500, 19_000]);
    expect([locations.eastings[first], locations.northings[first]]).toEqual([
      435347.846, 387193.869,
    ]);
    // floor(2^32 * 0.49591643611111114) and floor(2^32 * 0.3239881581821291), see web-mercator.spec
    expect([locations.mercatorXs[first], locations.mercatorYs[first]]).toEqual([
      2129944874, 1391518543,
    ]);
    expect(locations.businesses[second]).toBe(0);
  });

  it('replaces the business of the same id', () => {
    const store = new PointStore();

    store.put(BAKERY);
    store.put({ ...BAKERY, sectors: [960], locations: [HALL] });

    expect([store.businessCount, store.locationCount]).toEqual([1, 1]);
    const { businesses, sectors } = store.columns;
    expect(sectors[businesses.sectorOffsets[0]!]).toBe(960);
    expect(businesses.sectorCounts[0]).toBe(1);
  });

  it('keeps thousands while the columns grow', () => {
    const store = new PointStore();

    fill(store, range(1, 5001));

    expect([store.businessCount, store.locationCount]).toEqual([5000, 10_000]);
    expect([...store.columns.businesses.ids.subarray(0, 5000)]).toEqual(range(1, 5001));
  });

  it.each([
    ['an id of 0', { ...BAKERY, id: 0 }],
    ['an id that is no integer', { ...BAKERY, id: 1.5 }],
    ['sector 0', { ...BAKERY, sectors: [0] }],
    ['sector 2^31', { ...BAKERY, sectors: [2 ** 31] }],
    ['256 sectors', { ...BAKERY, sectors: range(1, 257) }],
    ['a position that is not a number', { ...BAKERY, locations: [{ ...HALL, latitude: NaN }] }],
  ])('refuses %s and keeps what it had', (_, business) => {
    const store = new PointStore();
    store.put(BAKERY);

    expect(() => store.put(business)).toThrow(RangeError);
    expect([store.businessCount, store.locationCount]).toEqual([1, 2]);
  });
});

describe('remove', () => {
  it('frees the slots for the next businesses', () => {
    const store = new PointStore();
    fill(store, [1, 2, 3]);

    expect(store.remove(2)).toBe(true);
    expect([store.businessCount, store.locationCount]).toEqual([2, 4]);

    store.put({ ...BAKERY, id: 4 });
    expect(store.columns.businessSlots).toBe(3);
    expect([...store.columns.businesses.ids.subarray(0, 3)]).toEqual([1, 4, 3]);
  });

  it('says when there was nothing to remove', () => {
    const store = new PointStore();
    store.put(BAKERY);

    expect([store.remove(1), store.remove(1), store.remove(7), store.remove(1e9)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('what the columns can hold', () => {
  it('takes any sector id that a database can give', () => {
    const store = new PointStore();

    store.put({ ...BAKERY, sectors: [70_000, 2 ** 31 - 1] });

    expect([...store.columns.sectors.subarray(0, 2)]).toEqual([70_000, 2 ** 31 - 1]);
  });

  it('keeps a business that it cannot replace', () => {
    const store = new PointStore();
    store.put(BAKERY);

    expect(() => store.put({ ...BAKERY, sectors: Array<number>(256).fill(7) })).toThrow(
      new RangeError('256 sectors of business 1, at most 255'),
    );

    expect([store.businessCount, store.locationCount]).toEqual([1, 2]);
  });
});

it('has another version after each change', () => {
  const store = new PointStore();
  const versions = [store.version];

  store.put(BAKERY);
  versions.push(store.version);
  store.remove(1);
  versions.push(store.version);
  store.exemptMassAddresses([]);
  versions.push(store.version);

  expect(new Set(versions).size).toBe(4);
});

describe('bytesPerPoint', () => {
  it('is unknown before the first location, then what is reserved', () => {
    const store = new PointStore();
    expect(store.bytesPerPoint).toBeNull();

    store.put(BAKERY);

    expect(store.bytesPerPoint).toBe((1024 * (35 + 46 + 4 + 4 + 5 + 12)) / 2);
  });
});

describe('massAddresses', () => {
  it('lists postcodes with more than 500 live registrations, the most first', () => {
    const store = new PointStore();
    fill(store, range(1, 501));
    fill(store, range(1001, 1603), { ...BAKERY, locations: [{ ...HALL, postcode: 'N1 7GU' }] });
    expect(store.massAddresses()).toEqual([{ postcode: 'N1 7GU', businesses: 602 }]);
    expect(store.isMassAddress('N1 7GU')).toBe(true);
    expect(store.isMassAddress('M1 1AA')).toBe(false);

    store.put({ ...BAKERY, id: 501 });

    expect(store.massAddresses()).toEqual([
      { postcode: 'N1 7GU', businesses: 602 },
      { postcode: 'S1 2HH', businesses: 501 },
    ]);
  });

  it('forgets one when registrations leave, end or move', () => {
    const store = new PointStore();
    fill(store, range(1, 502));

    store.remove(1);
    expect(store.massAddresses()).toEqual([]);
    store.put(BAKERY);
    expect(store.massAddresses()).toHaveLength(1);
    store.put({ ...BAKERY, end: 19_000 });
    expect(store.massAddresses()).toEqual([]);
    store.put({ ...BAKERY, locations: [{ ...HALL, end: 19_000 }] });
    expect(store.massAddresses()).toEqual([]);
  });

  it('counts registered locations only, and a business once', () => {
    const store = new PointStore();

    fill(store, range(1, 502), { ...BAKERY, locations: [{ ...HALL, kind: 'trading' }] });
    fill(store, range(1001, 1501), { ...BAKERY, locations: [HALL, HALL] });
    fill(store, range(2001, 2502), { ...BAKERY, locations: [{ ...HALL, postcode: null }] });

    expect(store.massAddresses()).toEqual([]);
  });

  it('leaves out the exempt ones until others are exempted', () => {
    const store = new PointStore();
    store.exemptMassAddresses(['S1 2HH', 'ZZ1 1ZZ']);
    fill(store, range(1, 502));
    expect(store.massAddresses()).toEqual([]);

    store.exemptMassAddresses([]);

    expect(store.massAddresses()).toEqual([{ postcode: 'S1 2HH', businesses: 501 }]);
  });
});
