import { countOfficeCells } from './office-cells.js';
import { measureOffices, officeTile } from './offices.js';
import { BUSINESS, EVERYONE, finish, massRegistrations, PLACE, storeOf } from './test-points.js';

const WORK = { ...PLACE, kind: 'trading' as const };

const WORLD = { z: 0, x: 0, y: 0 };

it('measures from the registered office to the nearest place of trading or activity', () => {
  const store = storeOf(
    { ...BUSINESS, id: 1, locations: [PLACE, { ...WORK, easting: 400_030, northing: 300_040 }] },
    {
      ...BUSINESS,
      id: 2,
      locations: [PLACE, { ...WORK, easting: 409_000 }, { ...PLACE, kind: 'activity' }],
    },
    { ...BUSINESS, id: 3 },
    { ...BUSINESS, id: 4, locations: [WORK] },
    { ...BUSINESS, id: 5, locations: [] },
    { ...BUSINESS, id: 6, end: 10, locations: [PLACE, { ...WORK, easting: 400_900 }] },
  );

  const { distances, ...others } = finish(measureOffices(store, EVERYONE, null));

  expect([...distances]).toEqual([0, 50]); // 30, 40 and 50 make a right angle
  expect(others).toEqual({ onlyRegistered: 1, onlyTrading: 1, massAddress: 0 });
});

it('asks for both whatever kind of location the selection counts', () => {
  const store = storeOf({ ...BUSINESS, locations: [PLACE, { ...WORK, easting: 400_500 }] });
  const measured = (['registered', 'trading', 'activity', 'best'] as const).map(
    (location) => finish(measureOffices(store, { ...EVERYONE, location }, null)).distances,
  );

  expect(measured.map((distances) => [...distances])).toEqual(Array(4).fill([500]));
});

it('does not compare who is registered at a mass address, unless that is taken in', () => {
  const mass = { ...PLACE, postcode: 'EC1V 2NX' };
  const firm = { ...BUSINESS, locations: [mass, { ...WORK, easting: 400_100 }] };
  const store = storeOf(firm, ...massRegistrations(mass));
  const including = { ...EVERYONE, massAddresses: 'include' } as const;

  expect(finish(measureOffices(store, EVERYONE, null))).toMatchObject({
    onlyRegistered: 0,
    massAddress: 1,
  });
  expect([...finish(measureOffices(store, including, null)).distances]).toEqual([100]);
});

it('has those of whom one of the two lies in a box', () => {
  const east = { ...WORK, easting: 500_000, longitude: -0.5 };
  const store = storeOf({ ...BUSINESS, locations: [PLACE, east] }, { ...BUSINESS, id: 2 });
  const count = (box: [number, number, number, number]) => {
    const { distances, onlyRegistered } = finish(measureOffices(store, EVERYONE, box));
    return [distances.length, onlyRegistered];
  };

  expect(count([-1, 52, 0, 53])).toEqual([1, 0]);
  expect(count([-3, 52, -1, 53])).toEqual([1, 1]);
  expect(count([3, 52, 4, 53])).toEqual([0, 0]);
});

it('tells for each cell of a tile how many are registered and how many trade there', () => {
  const south = { ...WORK, longitude: 3, latitude: -1 };
  const store = storeOf(
    { ...BUSINESS, locations: [PLACE, south] },
    { ...BUSINESS, id: 2, locations: [PLACE, { ...south, easting: 400_001 }] },
    { ...BUSINESS, id: 3 }, // states no place of trading
  );

  // columns by (longitude + 180) / 5.625; at 52.6° north the world square's y is 0.3276, so row 20
  expect(officeTile(store, WORLD, EVERYONE)).toEqual({
    cells: Uint16Array.of(20 * 64 + 31, 32 * 64 + 32),
    matching: Uint32Array.of(2, 0),
    all: Uint32Array.of(0, 2),
  });
  expect(officeTile(storeOf(BUSINESS), WORLD, EVERYONE)).toBeNull();
});

it('lists the cells of a tile that differ, whole where they touch a box', () => {
  const south = { ...WORK, longitude: 3, latitude: -1 };
  const store = storeOf(
    { ...BUSINESS, locations: [PLACE, south] },
    { ...BUSINESS, id: 2, locations: [PLACE, { ...south, easting: 400_001 }] },
    { ...BUSINESS, id: 3, locations: [PLACE, { ...WORK, easting: 400_002 }] }, // in the cell it is registered in
  );
  const cells = (box: [number, number, number, number] | null) =>
    finish(countOfficeCells(store, EVERYONE, { zoom: 0, box }));

  // the cells of `officeTile` above
  const north = { column: 31, row: 20, registered: 3, trading: 1 };
  expect(cells(null)).toEqual([north, { column: 32, row: 32, registered: 0, trading: 2 }]);
  // cells are 5.625 degrees wide: column 31 ends at longitude 0
  expect(cells([-0.1, 52.5, 0, 53])).toEqual([north]);
  expect(cells([0.1, 52.5, 1, 53])).toEqual([]);
});
