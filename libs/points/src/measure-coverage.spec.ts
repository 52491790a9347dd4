import { measureCoverage } from './measure-coverage.js';
import type { PointStore } from './point-store.js';
import type { Selection } from './selection.js';
import { BUSINESS, EVERYONE, finish, massRegistrations, PLACE, storeOf } from './test-points.js';

function measure(
  store: PointStore,
  selection: Partial<Selection> = {},
  box?: [number, number, number, number],
) {
  return finish(measureCoverage(store, { ...EVERYONE, ...selection }, box ?? null));
}

it('counts those on the map by the best known of their places', () => {
  const store = storeOf(
    BUSINESS,
    { ...BUSINESS, id: 2, locations: [{ ...PLACE, precision: 'outcode' }] },
    {
      ...BUSINESS,
      id: 3,
      locations: [
        { ...PLACE, kind: 'trading', precision: 'sector' },
        { ...PLACE, kind: 'activity', precision: 'unit' },
        PLACE, // given, but it does not count where a place of trading does
      ],
    },
  );

  const { onMap, byPrecision } = measure(store);

  expect(onMap).toBe(3);
  expect([...byPrecision]).toEqual([1, 1, 0, 1]);
});

it('says why the others have no place, by the kind that is asked for', () => {
  const without = { ...BUSINESS, locations: [] };
  const store = storeOf(
    { ...without, id: 1 },
    { ...without, id: 2, unplaced: { registered: 'noPostcode' } },
    {
      ...without,
      id: 3,
      unplaced: { registered: 'unknownPostcode', trading: 'unreadablePostcode' },
    },
    { ...BUSINESS, id: 4, unplaced: { trading: 'unknownPostcode' } }, // registered on the map
    { ...BUSINESS, id: 5 },
  );

  expect(measure(store).unplaced).toEqual({
    noAddress: 1,
    noPostcode: 1,
    unreadablePostcode: 1,
    unknownPostcode: 0,
    otherPlace: 0,
  });
  expect(measure(store, { location: 'trading' }).unplaced).toEqual({
    noAddress: 1,
    noPostcode: 0,
    unreadablePostcode: 1,
    unknownPostcode: 1,
    otherPlace: 2, // those that state where they are registered, placed or not
  });
});

it('leaves out who is gone, of another sector or status, and counts mass addresses by themselves', () => {
  const mass = { ...PLACE, postcode: 'EC1V 2NX' };
  const store = storeOf(
    ...massRegistrations(mass),
    BUSINESS,
    { ...BUSINESS, id: 2, sectors: [8] },
    { ...BUSINESS, id: 3, end: 19_000 },
    { ...BUSINESS, id: 4, sectors: [], status: 'Dormant' },
  );
  const sectors = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1);

  expect(measure(store, { sectors })).toMatchObject({ onMap: 1, massAddress: 501 });
  expect(measure(store, { massAddresses: 'include' })).toMatchObject({
    onMap: 504,
    massAddress: 0,
  });
  expect(measure(store, { status: 'dormant' })).toMatchObject({ onMap: 1, withSector: 0 });
});

it('counts sectors, sizes and sources of all it asks about, in a box of those placed there', () => {
  const store = storeOf(
    { ...BUSINESS, sources: [1], jobsLow: 0, jobsHigh: 0 },
    { ...BUSINESS, id: 2, sources: [1, 4], sectors: [] },
    { ...BUSINESS, id: 3, sources: [4], locations: [] },
    { ...BUSINESS, id: 4, locations: [{ ...PLACE, longitude: 1 }] },
  );

  expect(measure(store)).toMatchObject({
    ...{ withSector: 3, withSize: 1 },
    bySources: [
      { sources: [], businesses: 1 },
      { sources: [1], businesses: 1 },
      { sources: [1, 4], businesses: 1 },
      { sources: [4], businesses: 1 },
    ],
  });
  const inBox = measure(store, {}, [-3, 52, -1, 53]);
  expect(inBox).toMatchObject({ onMap: 2, withSector: 1, withSize: 1 });
  expect(inBox.unplaced.noAddress).toBe(1); // wherever it may be
  expect(inBox.bySources.map(({ sources }) => sources)).toEqual([[1], [1, 4]]);
});

it('answers the same once the store is arranged', () => {
  const store = storeOf(
    { ...BUSINESS, sources: [2], unplaced: { trading: 'noPostcode' } },
    { ...BUSINESS, id: 2, locations: [{ ...PLACE, longitude: -3, precision: 'sector' }] },
  );
  const before = measure(store, { location: 'registered' });

  store.arrange();

  expect(measure(store, { location: 'registered' })).toEqual(before);
});
