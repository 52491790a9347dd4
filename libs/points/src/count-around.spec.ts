import { countAround } from './count-around.js';
import { neighbourhood } from './neighbourhood.js';
import { BUSINESS, EVERYONE, finish, PLACE, storeOf } from './test-points.js';

const CENTRES = {
  eastings: Float64Array.of(400_000, 400_300, 900_000),
  northings: Float64Array.of(300_000, 300_000, 900_000),
  radii: [250, 500],
};

it('counts a business once in each disc, at its nearest place, the radius included', () => {
  const at = (easting: number) => ({ ...PLACE, kind: 'trading' as const, easting });
  const store = storeOf(
    { ...BUSINESS, id: 1, locations: [at(400_250)] }, // 250 m from the first, 50 m from the second
    { ...BUSINESS, id: 2, locations: [at(399_500), at(399_900)] }, // 100 m, 400 m
    { ...BUSINESS, id: 3, locations: [at(400_801)] }, // 801 m, 501 m
    { ...BUSINESS, id: 4, sectors: [8] },
  );
  const selection = { ...EVERYONE, sectors: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1) };

  expect([...finish(countAround(store, selection, CENTRES))]).toEqual([2, 2, 1, 2, 0, 0]);
});

it('counts what the profile of a hub counts', () => {
  const store = storeOf(
    ...Array.from({ length: 400 }, (_, i) => {
      const [easting, northing] = [399_000 + ((i * 37) % 2000), 299_000 + ((i * 91) % 2000)];
      return { ...BUSINESS, id: i + 1, locations: [{ ...PLACE, easting, northing }] };
    }),
  );
  const disc = { easting: 400_000, northing: 300_000, radius: 500 };

  const [, within500] = finish(countAround(store, EVERYONE, CENTRES));

  expect(within500).toBe(neighbourhood(store, disc, EVERYONE).ids.length);
});

it('counts nothing around no centre, and refuses radii that do not ascend', () => {
  const none = { eastings: new Float64Array(), northings: new Float64Array(), radii: [250] };

  expect(finish(countAround(storeOf(BUSINESS), EVERYONE, none))).toHaveLength(0);
  expect(() => finish(countAround(storeOf(), EVERYONE, { ...CENTRES, radii: [500, 250] }))).toThrow(
    RangeError,
  );
});
