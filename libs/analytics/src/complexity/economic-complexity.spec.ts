import fc from 'fast-check';
import { tabulate } from '../specialisation/region-sector-table.js';
import { findAdvantages, sumBySectors, type Advantages } from './advantages.js';
import { economicComplexity } from './economic-complexity.js';
import { complexityOutlook } from './outlook.js';
import { proximities, relatednessDensity, withoutSelf } from './proximity.js';
import { reflections } from './reflections.js';

/** Regions as rows of 0 and 1; where each is strong is given, not computed from amounts. */
function strongIn(rows: number[][]): Advantages {
  const sectors = rows[0]!.length;
  const starts = [0];
  const sectorsOf: number[] = [];
  for (const row of rows) {
    row.forEach((isStrong, sector) => isStrong && sectorsOf.push(sector));
    starts.push(sectorsOf.length);
  }
  return {
    regions: Uint32Array.from(rows, (_, i) => i),
    sectors: Uint32Array.from({ length: sectors }, (_, i) => i),
    starts: Uint32Array.from(starts),
    sectorsOf: Uint32Array.from(sectorsOf),
    diversity: Float64Array.from(rows, (row) => row.reduce((sum, value) => sum + value, 0)),
    ubiquity: Float64Array.from({ length: sectors }, (_, i) =>
      rows.reduce((sum, row) => sum + row[i]!, 0),
    ),
  };
}

// Hidalgo and Hausmann (2009), supplement, figure S4
const FIGURE_S4 = strongIn([
  [1, 1, 1, 1],
  [0, 1, 0, 0],
  [0, 0, 1, 1],
  [0, 0, 0, 1],
]);

const plain = (values: Float64Array) => Array.from(values);

it('finds an advantage where the quotient is 1 at least, and leaves out who has none', () => {
  // quotients: 1.5 and 0.5; 0.5 and 1.5; 1 and 1; the last region is empty
  const table = tabulate({
    regions: 4,
    sectors: 2,
    regionOf: Uint32Array.of(0, 0, 1, 1, 2, 2),
    sectorOf: Uint32Array.of(0, 1, 0, 1, 0, 1),
    values: Float64Array.of(3, 1, 1, 3, 2, 2),
  });

  const { regions, starts, sectorsOf, diversity, ubiquity } = findAdvantages(table);

  expect(Array.from(regions)).toEqual([0, 1, 2]);
  expect(Array.from(starts)).toEqual([0, 1, 2, 4]);
  expect(Array.from(sectorsOf)).toEqual([0, 1, 0, 1]);
  expect(plain(diversity)).toEqual([1, 1, 2]);
  expect(plain(ubiquity)).toEqual([2, 2]);
});

it('reflects diversity and ubiquity as in the supplement of 2009', () => {
  const { regions, sectors } = reflections(FIGURE_S4, 2);

  expect(plain(regions[0]!)).toEqual([4, 1, 2, 1]);
  expect(plain(sectors[0]!)).toEqual([1, 2, 2, 3]);
  expect(plain(regions[1]!)).toEqual([2, 2, 2.5, 3]);
  // the first region: the mean of 4, 5/2, 3 and 7/3, which its sectors' regions are strong in
  expect(regions[2]![0]).toBeCloseTo((4 + 5 / 2 + 3 + 7 / 3) / 4, 14);
});

it('solves two regions and two sectors by hand', () => {
  // D⁻¹ M U⁻¹ Mᵀ is [[3/4, 1/4], [1/2, 1/2]]: eigenvalues 1 and 1/4, the vector (1, -2)
  const found = economicComplexity(
    strongIn([
      [1, 1],
      [0, 1],
    ]),
  )!;

  expect(found.eigenvalues[0]).toBeCloseTo(0.25, 14);
  expect(plain(found.regions)).toEqual([expect.closeTo(1, 12), expect.closeTo(-1, 12)]);
  // of sectors: U⁻¹ Mᵀ (1, -2) / (1/4) = (4, -2), less the mean -1/2, by the deviation 3/2
  expect(plain(found.sectors)).toEqual([expect.closeTo(3, 12), expect.closeTo(-1, 12)]);
  expect(found.signIsWeak).toBe(false);
});

it('says that the sign of figure S4 is weak', () => {
  expect(economicComplexity(FIGURE_S4)!.signIsWeak).toBe(true);
});

it('has no index for one region, or for regions that are strong in the same', () => {
  expect(economicComplexity(strongIn([[1, 1]]))).toBeNull();
  expect(
    economicComplexity(
      strongIn([
        [1, 1],
        [1, 1],
      ]),
    ),
  ).toBeNull();
});

it('refuses regions in two groups that share no sector', () => {
  const split = strongIn([
    [1, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 1],
  ]);

  expect(() => economicComplexity(split)).toThrow(
    'The regions are disconnected: they fall into 2 groups that share no sector',
  );
});

it('gives a region the mean of the indices of its sectors, and solves the definition', () => {
  const rows = fc.array(
    fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 12, maxLength: 12 }),
    {
      minLength: 4,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(rows, (given) => {
      // a sector that all have, so that the regions are connected, and a region that has all
      const advantages = strongIn([
        Array.from({ length: 13 }, () => 1),
        ...given.map((row) => [1, ...row]),
      ]);
      const found = economicComplexity(advantages);
      if (!found) return;
      const means = sumBySectors(advantages, found.sectors).map(
        (sum, region) => sum / advantages.diversity[region]!,
      );
      means.forEach((mean, region) => expect(mean).toBeCloseTo(found.regions[region]!, 9));
    }),
    { seed: 1, numRuns: 100 },
  );
});

it('measures how near two sectors are by the smaller conditional probability', () => {
  const found = proximities(FIGURE_S4);

  expect(plain(found)).toEqual([
    ...[1, 1 / 2, 1 / 2, 1 / 3],
    ...[1 / 2, 1, 1 / 2, 1 / 3],
    ...[1 / 2, 1 / 2, 1, 2 / 3],
    ...[1 / 3, 1 / 3, 2 / 3, 1],
  ]);
});

it('measures how near a region is to a sector by the share of its relations', () => {
  const relations = withoutSelf(proximities(FIGURE_S4), 4);

  const densities = relatednessDensity(FIGURE_S4, relations);

  // the second region is strong in the second sector alone: 1/2 of 4/3, 0 of 4/3, 1/2 of 5/3, 1/3 of 4/3
  const expected = [1 / 2 / (4 / 3), 0, 1 / 2 / (5 / 3), 1 / 3 / (4 / 3)];
  expected.forEach((density, p) => expect(densities[4 + p]).toBeCloseTo(density, 14));
});

it('sees an outlook only in sectors that a region lacks', () => {
  const proximity = proximities(FIGURE_S4);
  const densities = relatednessDensity(FIGURE_S4, proximity);
  const complexity = Float64Array.of(2, 1, 0, -1);

  const { index, gain } = complexityOutlook(FIGURE_S4, { proximity, densities, complexity });

  expect(index[0]).toBe(0); // it lacks nothing
  expect(plain(gain.slice(0, 4))).toEqual([0, 0, 0, 0]);
  // the third lacks the first two: densities (1/2 + 1/3) of 7/3 each, times 2 and 1
  expect(index[2]).toBeCloseTo(((1 / 2 + 1 / 3) / (7 / 3)) * 3, 14);
  // its first sector opens itself and the second: (1 x 2 + 1/2 x 1) / (7/3)
  expect(gain[8]).toBeCloseTo((2 + 1 / 2) / (7 / 3), 14);
});
