import type { StoredBusiness, StoredLocation } from './business.js';
import { countFacets } from './count-facets.js';
import { PointStore } from './point-store.js';
import type { Selection } from './selection.js';

const HERE: StoredLocation = {
  kind: 'trading',
  easting: 100,
  northing: 0,
  longitude: -1.5,
  latitude: 53,
  postcode: null,
  start: null,
  end: null,
};
const ELSEWHERE: StoredLocation = { ...HERE, easting: 200, longitude: 1 };
const BUSINESS: StoredBusiness = {
  id: 1,
  status: 'Active',
  start: null,
  end: null,
  jobsLow: 3,
  jobsHigh: 3,
  sectors: [1],
  locations: [HERE],
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
/** Sectors 1 and 2 are in group 1, sector 3 in group 2, sector 4 in none. */
const GROUPING = Uint16Array.of(0, 1, 1, 2, 0);
const EVERYWHERE = { box: null, groupings: [GROUPING] };

function storeOf(...businesses: readonly Partial<StoredBusiness>[]): PointStore {
  const store = new PointStore();
  businesses.forEach((business, i) => store.put({ ...BUSINESS, id: i + 1, ...business }));
  return store;
}

it('counts each facet under the choices of the others', () => {
  const store = storeOf(
    { sectors: [1] },
    { sectors: [3] },
    { sectors: [3], status: 'Liquidation' },
    { sectors: [1], status: 'Liquidation' },
    { sectors: [1], jobsLow: 20 },
    { sectors: [3], jobsLow: 20 },
    { sectors: [1], status: null, jobsLow: null },
    { sectors: [1], end: 1000 },
  );
  const sectors = Uint8Array.of(0, 1, 1, 0, 0);
  const selection: Selection = { ...ALL, sectors, status: 'active', sizeBands: ['2-9'] };

  expect(countFacets(store, EVERYWHERE, selection)).toEqual({
    total: 1,
    all: 7,
    byGroup: [Uint32Array.of(0, 1, 1)],
    byStatus: [
      { status: 'active', businesses: 1 },
      { status: 'liquidation', businesses: 1 },
    ],
    bySizeBand: Uint32Array.of(0, 0, 1, 1, 0, 0, 0),
    excluded: { notAlive: 1, status: 0, noLocation: 0, massAddress: 0 },
  });
});

it('counts everything when nothing is chosen, the frequent statuses first', () => {
  const store = storeOf(
    { status: null, jobsLow: null },
    { status: 'Dormant', jobsLow: 0 },
    { status: 'dormant', jobsLow: 1 },
    { status: 'Active', jobsLow: 300 },
  );

  const facets = countFacets(store, EVERYWHERE, ALL);

  expect([facets.total, facets.all]).toEqual([4, 4]);
  expect(facets.byStatus).toEqual([
    { status: 'dormant', businesses: 2 },
    { status: 'active', businesses: 1 },
    { status: null, businesses: 1 },
  ]);
  expect([...facets.bySizeBand]).toEqual([1, 1, 0, 0, 0, 1, 1]);
});

describe('groups', () => {
  const store = storeOf(
    { sectors: [1, 2] },
    { sectors: [3, 1, 2] },
    { sectors: [4, 3] },
    { sectors: [] },
    { sectors: [60_000] },
    { sectors: [2] },
  );

  it('count a business once, whichever of its sectors are in them', () => {
    const identity = Uint16Array.of(0, 1, 2, 3, 4);

    const { byGroup } = countFacets(store, { box: null, groupings: [GROUPING, identity] }, ALL);

    expect(byGroup).toEqual([Uint32Array.of(0, 3, 2), Uint32Array.of(0, 2, 3, 2, 1)]);
  });

  it('know sectors by any id', () => {
    const far = new Uint16Array(70_001);
    far[70_000] = 1;
    const one = storeOf({ sectors: [70_000] }, { sectors: [70_001] }, { sectors: [2, 70_000] });

    const { byGroup } = countFacets(one, { box: null, groupings: [GROUPING, far] }, ALL);

    expect(byGroup).toEqual([Uint32Array.of(0, 1, 0), Uint32Array.of(0, 2)]);
  });

  it('count by the first sector alone when so asked', () => {
    const { byGroup } = countFacets(store, EVERYWHERE, { ...ALL, primaryOnly: true });

    expect(byGroup).toEqual([Uint32Array.of(0, 2, 1)]);
  });
});

it('counts a business in the box once', () => {
  const store = storeOf(
    { locations: [HERE, { ...HERE, easting: 150 }, ELSEWHERE] },
    { locations: [ELSEWHERE] },
    { locations: [] },
  );

  const inBox = countFacets(store, { ...EVERYWHERE, box: [-2, 52, -1, 54] }, ALL);
  const everywhere = countFacets(store, EVERYWHERE, ALL);

  expect([inBox.all, inBox.excluded.noLocation]).toEqual([1, 0]);
  expect([everywhere.all, everywhere.excluded.noLocation]).toEqual([2, 1]);
});
