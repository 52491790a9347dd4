import type { StoredBusiness, StoredLocation } from './business.js';
import { PointStore } from './point-store.js';
import { forEachSelected, type Excluded, type Selection } from './selection.js';

const OFFICE: StoredLocation = {
  kind: 'registered',
  easting: 100,
  northing: 0,
  longitude: -1.47,
  latitude: 53.38,
  postcode: 'S1 2HH',
  start: null,
  end: null,
};
const SHOP: StoredLocation = { ...OFFICE, kind: 'trading', easting: 200, postcode: 'S11 9PA' };
const STUDIO: StoredLocation = { ...SHOP, kind: 'activity', easting: 300 };
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
  massAddresses: 'include',
};
const NONE_EXCLUDED: Excluded = { notAlive: 0, status: 0, noLocation: 0, massAddress: 0 };

/** What is visited, as `id: eastings`, with a star if it matches. */
function select(
  businesses: readonly StoredBusiness[],
  selection: Selection,
  store = new PointStore(),
): { visited: string[]; excluded: Excluded } {
  for (const business of businesses) store.put(business);
  const { columns } = store;
  const visited: string[] = [];
  const excluded = forEachSelected(store, selection, (business) => {
    const at = [...business.locations.subarray(0, business.locationCount)];
    const eastings = at.map((location) => columns.locations.eastings[location]);
    const id = columns.businesses.ids[business.slot];
    visited.push(`${id}: ${eastings.join(' ')}${business.matches ? ' *' : ''}`);
  });
  return { visited, excluded };
}

function sectorFlags(...sectors: number[]): Uint8Array {
  const flags = new Uint8Array(1000);
  for (const sector of sectors) flags[sector] = 1;
  return flags;
}

it('takes a business as alive from its start until the day before its end', () => {
  const { visited, excluded } = select(
    [
      { ...BUSINESS, id: 1, start: 1000, end: 1001 },
      { ...BUSINESS, id: 2, start: 1001 },
      { ...BUSINESS, id: 3, end: 1000 },
      { ...BUSINESS, id: 4 },
    ],
    ALL,
  );

  expect(visited).toEqual(['1: 100 *', '4: 100 *']);
  expect(excluded).toEqual({ ...NONE_EXCLUDED, notAlive: 2 });
});

describe('status', () => {
  const businesses = [
    { ...BUSINESS, id: 1, status: 'Active' },
    { ...BUSINESS, id: 2, status: 'Active - Proposal to Strike off' },
    { ...BUSINESS, id: 3, status: null },
  ];

  it('is the whole text in any case', () => {
    const { visited, excluded } = select(businesses, { ...ALL, status: 'ACTIVE' });

    expect(visited).toEqual(['1: 100 *']);
    expect(excluded).toEqual({ ...NONE_EXCLUDED, status: 2 });
  });

  it.each(['Liquidation', ''])('selects none by "%s"', (status) => {
    expect(select(businesses, { ...ALL, status }).visited).toEqual([]);
  });
});

describe('location', () => {
  const businesses = [
    { ...BUSINESS, id: 1, locations: [OFFICE] },
    { ...BUSINESS, id: 2, locations: [OFFICE, SHOP, STUDIO] },
    { ...BUSINESS, id: 3, locations: [OFFICE, { ...SHOP, end: 1000 }] },
    { ...BUSINESS, id: 4, locations: [OFFICE, { ...SHOP, start: 1001 }] },
    { ...BUSINESS, id: 5, locations: [{ ...OFFICE, start: 1000, end: 1001 }] },
    { ...BUSINESS, id: 6, locations: [] },
  ];

  it.each([
    ['best', ['1: 100 *', '2: 200 300 *', '3: 100 *', '4: 100 *', '5: 100 *'], 1],
    ['registered', ['1: 100 *', '2: 100 *', '3: 100 *', '4: 100 *', '5: 100 *'], 1],
    ['trading', ['2: 200 *'], 5],
    ['activity', ['2: 300 *'], 5],
  ] as const)('%s takes those valid at the date', (location, expected, noLocation) => {
    const { visited, excluded } = select(businesses, { ...ALL, location });

    expect(visited).toEqual(expected);
    expect(excluded).toEqual({ ...NONE_EXCLUDED, noLocation });
  });

  it('may be any number', () => {
    const shops = Array.from({ length: 40 }, (_, i) => ({ ...SHOP, easting: i }));

    const eastings = shops.map(({ easting }) => easting).join(' ');
    expect(select([{ ...BUSINESS, locations: shops }], ALL).visited).toEqual([`1: ${eastings} *`]);
  });
});

describe('mass addresses', () => {
  const exclude: Selection = { ...ALL, massAddresses: 'exclude' };
  const crowd = Array.from({ length: 501 }, (_, i) => ({ ...BUSINESS, id: 1001 + i }));
  const businesses = [
    ...crowd,
    { ...BUSINESS, id: 1, locations: [OFFICE, SHOP] },
    { ...BUSINESS, id: 2, locations: [OFFICE, { ...SHOP, postcode: 'S1 2HH' }] },
    { ...BUSINESS, id: 3, locations: [SHOP, { ...STUDIO, postcode: 'S1 2HH' }] },
  ];

  it('drop out, and with them the businesses that are nowhere else', () => {
    const { visited, excluded } = select(businesses, exclude);

    expect(visited).toEqual(['1: 200 *', '3: 200 *']);
    expect(excluded).toEqual({ ...NONE_EXCLUDED, massAddress: 502 });
  });

  it('stay when included, or exempt', () => {
    const exempting = new PointStore();
    exempting.exemptMassAddresses(['S1 2HH']);
    expect(select(businesses, ALL).visited).toHaveLength(504);
    expect(select(businesses, exclude, exempting).visited).toHaveLength(504);
  });

  it('are counted before any filter', () => {
    expect(select(crowd, { ...exclude, status: 'Active', date: -5 }).visited).toEqual([]);
  });
});

describe('sectors', () => {
  const businesses = [
    { ...BUSINESS, id: 1, sectors: [620, 70] },
    { ...BUSINESS, id: 2, sectors: [70, 620] },
    { ...BUSINESS, id: 3, sectors: [] },
    { ...BUSINESS, id: 4, sectors: [65_535] },
  ];

  it('match by any of the codes, and do not exclude', () => {
    const { visited, excluded } = select(businesses, { ...ALL, sectors: sectorFlags(620) });

    expect(visited).toEqual(['1: 100 *', '2: 100 *', '3: 100', '4: 100']);
    expect(excluded).toEqual(NONE_EXCLUDED);
  });

  it('match by the first code alone when so asked', () => {
    const byFirst = { ...ALL, sectors: sectorFlags(620), primaryOnly: true };

    expect(select(businesses, byFirst).visited).toEqual(['1: 100 *', '2: 100', '3: 100', '4: 100']);
  });
});

describe('size', () => {
  it('matches by the band of the lower bound, and does not exclude', () => {
    const { visited } = select(
      [
        { ...BUSINESS, id: 1, jobsLow: 9, jobsHigh: 60 },
        { ...BUSINESS, id: 2, jobsLow: 10, jobsHigh: 49 },
        { ...BUSINESS, id: 3 },
        { ...BUSINESS, id: 4, jobsLow: 0, jobsHigh: 0 },
      ],
      { ...ALL, sizeBands: ['2-9', 'unknown'] },
    );

    expect(visited).toEqual(['1: 100 *', '2: 100', '3: 100 *', '4: 100']);
  });
});

it('does not visit what was removed', () => {
  const store = new PointStore();
  store.put(BUSINESS);
  store.put({ ...BUSINESS, id: 2 });
  store.remove(1);

  expect(select([], ALL, store)).toEqual({ visited: ['2: 100 *'], excluded: NONE_EXCLUDED });
});
