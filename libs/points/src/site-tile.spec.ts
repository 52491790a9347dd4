import { fromMercator } from '@cluster-atlas/geo';
import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import type { StoredBusiness, StoredLocation } from './business.js';
import { PointStore } from './point-store.js';
import type { Selection } from './selection.js';
import { siteTile } from './site-tile.js';

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
const SECTOR_7: Selection = {
  sectors: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1),
  primaryOnly: false,
  sizeBands: null,
  status: null,
  location: 'best',
  date: 1000,
  massAddresses: 'include',
};
const TILE = { z: 14, x: 8124, y: 5307 };

/** In the middle of a unit of tile 14/8124/5307. */
function at(x: number, y: number): StoredLocation {
  const position = fromMercator(
    (8124 + (x + 0.5) / 4096) / 2 ** 14,
    (5307 + (y + 0.5) / 4096) / 2 ** 14,
  );
  const grid = { easting: 435_000.25 + x, northing: 387_000 - y };
  return { kind: 'trading', ...grid, ...position, postcode: null, start: null, end: null };
}

function storeOf(businesses: readonly Partial<StoredBusiness>[]): PointStore {
  const store = new PointStore();
  businesses.forEach((business, i) => store.put({ ...BUSINESS, id: i + 1, ...business }));
  return store;
}

/** `x y: easting northing matching/all` of each point. */
function decode(bytes: Uint8Array | null): string[] {
  const { layers } = new VectorTile(new Pbf(bytes!));
  expect(Object.keys(layers)).toEqual(['sites']);
  const layer = layers['sites']!;
  expect([layer.version, layer.extent]).toEqual([2, 4096]);
  return Array.from({ length: layer.length }, (_, i) => {
    const feature = layer.feature(i);
    expect(feature.type).toBe(1);
    const { x, y } = feature.loadGeometry()[0]![0]!;
    const { easting, northing, matching, all } = feature.properties as Record<string, number>;
    return `${x} ${y}: ${easting} ${northing} ${matching}/${all}`;
  });
}

const TOWN: readonly Partial<StoredBusiness>[] = [
  { locations: [at(4095, 4095)], sectors: [8] },
  { locations: [at(10, 20)], sectors: [7] },
  { locations: [at(3000, 20)], sectors: [7, 8] },
  { locations: [at(10, 20)], sectors: [8] },
  { locations: [at(10, 20), at(10, 21)], sectors: [7] },
  { locations: [at(0, 0)], sectors: [7], end: 1000 },
];

it('has one point for each exact place, with its businesses', () => {
  expect(decode(siteTile(storeOf(TOWN), TILE, SECTOR_7))).toEqual([
    '10 20: 435010.25 386980 2/3',
    '10 21: 435010.25 386979 1/1',
    '3000 20: 438000.25 386980 1/1',
    '4095 4095: 439095.25 382905 0/1',
  ]);
});

it('reaches 64 units beyond the edge', () => {
  const store = storeOf(
    [-65, -64, 4159, 4160].flatMap((x) => [{ locations: [at(x, 100)] }, { locations: [at(7, x)] }]),
  );

  expect(decode(siteTile(store, TILE, SECTOR_7)).map((point) => point.split(':')[0])).toEqual([
    '-64 100',
    '7 -64',
    '4159 100',
    '7 4159',
  ]);
});

it('counts a business once at a place where it trades and is active', () => {
  const store = storeOf([{ locations: [at(1, 1), { ...at(1, 1), kind: 'activity' }] }]);

  expect(decode(siteTile(store, TILE, SECTOR_7))).toEqual(['1 1: 435001.25 386999 0/1']);
});

it('leaves out what has no place on the grid', () => {
  const offGrid = { ...at(1, 1), easting: NaN, northing: NaN };

  expect(siteTile(storeOf([{ locations: [offGrid] }]), TILE, SECTOR_7)).toBeNull();
});

it('is null over an empty store', () => {
  expect(siteTile(new PointStore(), TILE, SECTOR_7)).toBeNull();
});

it('writes each key and each different value once', () => {
  const keys: string[] = [];
  let values = 0;

  const tile = new Pbf(siteTile(storeOf(TOWN), TILE, SECTOR_7)!);
  tile.readFields((_, layer) => {
    tile.readMessage((field) => {
      if (field === 3) keys.push(tile.readString());
      if (field === 4) values++;
    }, layer);
  }, null);

  expect(keys).toEqual(['easting', 'northing', 'matching', 'all']);
  expect(values).toBe(3 + 3 + 4); // eastings, northings, and the numbers 0 to 3
});

it('has the same bytes however the store was filled', () => {
  const spread = Array.from({ length: 3000 }, (_, i) => ({
    id: i + 1,
    sectors: [6 + (i % 3)],
    locations: [at((i * i) % 4096, (i * 7919) % 4096), at((i * 31) % 50, (i * 17) % 50)],
  }));

  const forwards = siteTile(storeOf(spread), TILE, SECTOR_7);
  const backwards = storeOf(spread.toReversed());
  const written = storeOf(spread);
  written.arrange();
  for (const { id } of spread.slice(0, 1000)) written.put({ ...BUSINESS, id });
  for (const business of spread.slice(0, 1000)) written.put({ ...BUSINESS, ...business });

  expect(siteTile(backwards, TILE, SECTOR_7)).toEqual(forwards);
  expect(siteTile(written, TILE, SECTOR_7)).toEqual(forwards);
});
