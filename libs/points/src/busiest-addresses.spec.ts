import { busiestAddresses } from './busiest-addresses.js';
import type { PointStore } from './point-store.js';
import { BUSINESS, EVERYONE, finish, massRegistrations, PLACE, storeOf } from './test-points.js';

function list(store: PointStore, most = 10) {
  const found = finish(busiestAddresses(store, EVERYONE, { box: null, most }));
  return found.map(({ postcode, business, businesses }) => [
    store.postcodeOf(postcode),
    business,
    businesses,
  ]);
}

it('lists postcodes, and exact places that have none, by their matching businesses', () => {
  const house = { ...PLACE, postcode: null };
  const store = storeOf(
    { ...BUSINESS, id: 9, locations: [house] },
    { ...BUSINESS, id: 8, locations: [house, { ...house, kind: 'trading' }] },
    { ...BUSINESS, id: 7, locations: [house] },
    { ...BUSINESS, id: 6, locations: [{ ...house, easting: 400_001 }] },
    { ...BUSINESS, id: 5 },
    { ...BUSINESS, id: 4, locations: [{ ...PLACE, easting: 400_050 }] }, // another door
  );

  expect(list(store)).toEqual([
    [null, 7, 3],
    ['M1 1AA', 4, 2],
    [null, 6, 1],
  ]);
  expect(list(store, 1)).toEqual([[null, 7, 3]]);
});

it('counts a business once at a postcode that two of its places have, and once at each other', () => {
  const work = { ...PLACE, kind: 'trading' as const };
  const store = storeOf({
    ...BUSINESS,
    locations: [work, { ...work, easting: 400_009 }, { ...work, postcode: 'S1 2HE' }],
  });

  expect(list(store)).toEqual([
    ['M1 1AA', 1, 1],
    ['S1 2HE', 1, 1],
  ]);
});

it('has mass addresses too, which the selection leaves out', () => {
  const store = storeOf(BUSINESS, ...massRegistrations({ ...PLACE, postcode: 'EC1V 2NX' }));

  expect(list(store)).toEqual([
    ['EC1V 2NX', 1000, 501],
    ['M1 1AA', 1, 1],
  ]);
  expect(store.registrationsAt('EC1V 2NX')).toBe(501);
  expect(store.registrationsAt('ZZ1 1ZZ')).toBe(0);
});
