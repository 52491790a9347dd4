import {
  colocatedPairs,
  groupCoagglomeration,
  meanShares,
  pairCoagglomeration,
} from './coagglomeration.js';
import { ellisonGlaeser, maurelSedillot } from './ellison-glaeser.js';
import { plantMoments } from './plant-moments.js';

const of = (...amounts: number[]) => Float64Array.from(amounts);

/** Farhauer and Kröll's ten plants in Vienna, Linz and Graz, which have 50, 40 and 10 % of all jobs. */
const SIZES = of(200, 650, 12_000, 100, 50, 16_000, 13_000, 1500, 1500, 25_000);
const IN_CITIES = of(13_000, 32_000, 25_000);
const ALL_JOBS = of(500_000, 400_000, 100_000);

const oneSector = (values: Float64Array) =>
  plantMoments({ sectors: 1, sectorOf: new Uint32Array(values.length), values })[0]!;

it("agrees with the textbook's exact fraction", () => {
  const result = ellisonGlaeser(IN_CITIES, ALL_JOBS, oneSector(SIZES))!;

  expect(oneSector(SIZES).herfindahl).toBeCloseTo(0.24468877551020407, 15);
  expect(result.rawConcentration).toBeCloseTo(0.16816326530612244, 15);
  expect(result.gamma).toBeCloseTo(257189 / 4293189, 14);
  expect(result.z).toBeCloseTo(0.1959001970261, 12); // R REAT 3.0.3: ellison.a
  expect(maurelSedillot(IN_CITIES, ALL_JOBS, oneSector(SIZES))).toBeCloseTo(
    -0.4357625531976347,
    14,
  );
});

it('is null of one plant, of one region, and of nothing', () => {
  expect(ellisonGlaeser(of(5, 0), of(5, 5), oneSector(of(5)))!.gamma).toBeNull();
  expect(ellisonGlaeser(of(5), of(9), oneSector(of(2, 3)))).toMatchObject({ gamma: null, z: null });
  expect(ellisonGlaeser(of(0, 0), of(5, 5), oneSector(of(2, 3)))).toBeNull();
  expect(ellisonGlaeser(of(2, 3), of(5, 5), oneSector(of()))).toBeNull();
  expect(maurelSedillot(of(5, 0), of(5, 5), oneSector(of(5)))).toBeNull();
});

it('counts no plant of size 0, and lists large and broken sizes beside small whole ones', () => {
  const { plants, total, herfindahl, fourth } = oneSector(of(0, 1, 600, 2.5, 0));

  expect({ plants, total }).toEqual({ plants: 3, total: 603.5 });
  expect(herfindahl).toBeCloseTo((1 + 600 ** 2 + 2.5 ** 2) / 603.5 ** 2, 14);
  expect(fourth).toBeCloseTo((1 + 600 ** 4 + 2.5 ** 4) / 603.5 ** 4, 14);
});

it('counts plants where there are no sizes', () => {
  const [first, second] = plantMoments({
    sectors: 2,
    sectorOf: Uint32Array.of(0, 0, 0, 0),
    values: null,
  });

  expect(first).toEqual({ plants: 4, total: 4, herfindahl: 0.25, fourth: 1 / 64 });
  expect(second).toEqual({ plants: 0, total: 0, herfindahl: null, fourth: null });
});

it.each([
  ['a negative size', of(-1)],
  ['a size that is no number', of(NaN)],
])('refuses %s', (_, values) => {
  expect(() => oneSector(values)).toThrow(RangeError);
});

it('has the covariance of two sectors: -1/23', () => {
  const first = of(50, 25, 25);
  const second = of(750, 125, 125);

  const base = meanShares([first, second])!;

  expect([...base]).toEqual([0.625, 0.1875, 0.1875]);
  expect(pairCoagglomeration(first, second, base)).toBeCloseTo(-1 / 23, 15);
});

it('has no covariance with nothing, or where one region has all', () => {
  expect(pairCoagglomeration(of(0, 0), of(1, 2), of(0.5, 0.5))).toBeNull();
  expect(pairCoagglomeration(of(1, 0), of(2, 0), of(1, 0))).toBeNull();
  expect(meanShares([of(0, 0)])).toBeNull();
  expect(() => pairCoagglomeration(of(1), of(2), of(1, 0))).toThrow(RangeError);
});

// by the formula as published: weights 0.6 and 0.4, base (0.5, 0.5), shares (1, 0) and (0.5, 0.5)
it('measures a group as Ellison and Glaeser do, whatever its plants', () => {
  const group = [of(60, 0), of(20, 20)];
  const base = of(500, 500);
  const [w1, w2, room] = [0.6, 0.4, 0.5];
  const pooled = (0.8 - 0.5) ** 2 + (0.2 - 0.5) ** 2;
  const byPlants = ([h1, h2]: readonly [number, number]) => {
    const gamma1 = (0.5 / room - h1) / (1 - h1);
    const gamma2 = (0 / room - h2) / (1 - h2);
    const plants = w1 ** 2 * h1 + w2 ** 2 * h2;
    const own = gamma1 * w1 ** 2 * (1 - h1) + gamma2 * w2 ** 2 * (1 - h2);
    return (pooled / room - plants - own) / (1 - w1 ** 2 - w2 ** 2);
  };

  expect(groupCoagglomeration(group, base)).toBeCloseTo(byPlants([0.1, 0.25]), 14);
  expect(groupCoagglomeration(group, base)).toBeCloseTo(byPlants([0.5, 0.02]), 14);
});

it('is 1 for sectors that are all in one region, and null of one sector', () => {
  expect(groupCoagglomeration([of(3, 0), of(5, 0)], of(1, 1))).toBeCloseTo(1, 14);
  expect(groupCoagglomeration([of(3, 0)], of(1, 1))).toBeNull();
  expect(groupCoagglomeration([of(3, 0), of(0, 0)], of(1, 1))).toBeNull();
});

it('counts pairs in the same region: 2 x 2 + 1 x 1 of 9', () => {
  expect(colocatedPairs(of(2, 1), of(2, 1))).toBeCloseTo(5 / 9, 15);
  expect(colocatedPairs(of(0, 0), of(2, 1))).toBeNull();
});
