import { fromMercator } from '@cluster-atlas/geo';
import type { StoredBusiness, StoredLocation } from './business.js';
import { countTile, encodeCountTile } from './count-tile.js';
import { PointStore } from './point-store.js';
import { forEachSelected, type Selection } from './selection.js';

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
const ALL: Selection = {
  sectors: null,
  primaryOnly: false,
  sizeBands: null,
  status: null,
  location: 'best',
  date: 1000,
  massAddresses: 'include',
};
const SECTOR_7: Selection = { ...ALL, sectors: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1) };
const TILE = { z: 4, x: 7, y: 5 };

/** In tile 4/7/5, at so many 64ths of its side from the north-west corner. */
function at(column: number, row: number): StoredLocation {
  const position = fromMercator((7 + column / 64) / 16, (5 + row / 64) / 16);
  const grid = { easting: 1000 * column, northing: 1000 * row };
  return { kind: 'trading', ...grid, ...position, postcode: null, start: null, end: null };
}

function storeOf(...businesses: readonly Partial<StoredBusiness>[]): PointStore {
  const store = new PointStore();
  businesses.forEach((business, i) => store.put({ ...BUSINESS, id: i + 1, ...business }));
  return store;
}

it('counts all and the matching businesses in each cell', () => {
  const store = storeOf(
    { locations: [at(0.5, 0.5)], sectors: [7] },
    { locations: [at(0.6, 0.9)], sectors: [8] },
    { locations: [at(63.5, 0.5)] },
    { locations: [at(2.5, 1.5)], sectors: [8, 7] },
    { locations: [at(63.99, 63.99)] },
    { locations: [at(64.01, 63.5)] },
    { locations: [at(2.5, -0.01)] },
  );

  expect(countTile(store, TILE, SECTOR_7)).toEqual({
    cells: Uint16Array.of(0, 63, 66, 4095),
    matching: Uint32Array.of(1, 0, 1, 0),
    all: Uint32Array.of(2, 1, 1, 1),
  });
});

it('counts a business at each of its places, at one place once', () => {
  const store = storeOf({
    locations: [at(0.5, 0.5), at(0.7, 0.7), at(5.5, 0.5), { ...at(5.5, 0.5), kind: 'activity' }],
  });

  expect(countTile(store, TILE, ALL)).toEqual({
    cells: Uint16Array.of(0, 5),
    matching: Uint32Array.of(2, 1),
    all: Uint32Array.of(2, 1),
  });
});

it('is null where nothing counts', () => {
  const store = storeOf({ locations: [at(0.5, 0.5)], end: 1000 });

  expect(countTile(store, TILE, ALL)).toBeNull();
  expect(countTile(new PointStore(), { z: 0, x: 0, y: 0 }, ALL)).toBeNull();
});

it('refuses a tile that there is not', () => {
  expect(() => countTile(new PointStore(), { z: 4, x: 16, y: 0 }, ALL)).toThrow(RangeError);
});

it.each([0, 3, 4, 7])('agrees at zoom %d with a look at every business, also after writes', (z) => {
  const random = (i: number) => ((i * 2_654_435_761) % 2 ** 32) / 2 ** 32;
  const shop = (i: number) => at(64 * random(i) ** 2, 64 * random(i + 99_999) ** 2);
  const business = (id: number) => ({
    ...BUSINESS,
    id,
    sectors: [6 + (id % 3)],
    locations: id % 5 === 0 ? [shop(id), shop(id + 50_000)] : [shop(id)],
  });
  const store = new PointStore();
  for (let id = 1; id <= 9000; id++) store.put(business(id));
  store.arrange();
  for (let id = 1; id <= 2000; id++) store.put(business(id + 3 * (id % 4000)));
  for (let id = 5000; id < 5500; id++) store.remove(id);
  const tile = { z, x: Math.floor((7.1 / 16) * 2 ** z), y: Math.floor((5.1 / 16) * 2 ** z) };

  const counts = countTile(store, tile, SECTOR_7)!;

  const { mercatorXs, mercatorYs } = store.columns.locations;
  const cells = new Map<number, { all: number; matching: number }>();
  const cellSide = 2 ** (26 - z);
  forEachSelected(store, SECTOR_7, ({ locations, locationCount, matches }) => {
    for (const location of locations.subarray(0, locationCount)) {
      const column = Math.floor(mercatorXs[location]! / cellSide) - 64 * tile.x;
      const row = Math.floor(mercatorYs[location]! / cellSide) - 64 * tile.y;
      if (Math.min(row, column) < 0 || Math.max(row, column) > 63) continue;
      const { all, matching } = cells.get(64 * row + column) ?? { all: 0, matching: 0 };
      cells.set(64 * row + column, { all: all + 1, matching: matching + (matches ? 1 : 0) });
    }
  });
  const expected = [...cells].sort(([a], [b]) => a - b);
  expect([...counts.cells]).toEqual(expected.map(([cell]) => cell));
  expect([...counts.all]).toEqual(expected.map(([, { all }]) => all));
  expect([...counts.matching]).toEqual(expected.map(([, { matching }]) => matching));
});

it('encodes the number of cells, the cells, a pad, the matching, and all', () => {
  const bytes = encodeCountTile({
    cells: Uint16Array.of(1, 258, 4095),
    matching: Uint32Array.of(0, 2, 65_536),
    all: Uint32Array.of(3, 2, 70_000),
  });

  expect([...bytes]).toEqual([
    ...[3, 0, 0, 0],
    ...[1, 0, 2, 1, 255, 15, 0, 0],
    ...[0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0],
    ...[3, 0, 0, 0, 2, 0, 0, 0, 112, 17, 1, 0],
  ]);
});
