import { gridWeights } from '../weights/contiguity-weights.js';
import { distanceBandWeights, nearestNeighbourWeights } from '../weights/neighbour-weights.js';
import { rowStandardise, weightsFromLinks } from '../weights/spatial-weights.js';
import { bivariateMoran } from './bivariate-moran.js';
import { colocationQuotients } from './colocation-quotient.js';
import { conditionalPValues } from './conditional-p-values.js';
import { geary } from './geary.js';
import { getisOrdGlobal } from './getis-ord-global.js';
import { getisOrd } from './getis-ord.js';
import { joinCounts } from './join-counts.js';
import { localGeary, localGearyPValues } from './local-geary.js';
import { localMoran, QUADRANTS } from './local-moran.js';
import { moran } from './moran.js';
import { permuteGlobally, permuteMaxima } from './permute-globally.js';

/** The six points of PySAL's examples, neighbours within 15. */
const SIX = distanceBandWeights(
  { xs: Float64Array.of(10, 20, 40, 15, 30, 30), ys: Float64Array.of(10, 10, 10, 20, 20, 30) },
  15,
);
const VALUES = Float64Array.of(2, 3, 3.2, 5, 8, 7);
const ROOK = gridWeights({ rows: 3, columns: 3 }, 'rook');
const NINE = Float64Array.from({ length: 9 }, (_, i) => i);

it('Moran’s I of 0 to 8 on a grid of three by three is 1/2', () => {
  // libpysal 4: w = lat2W(3, 3); esda.Moran(range(9), w, transformation='B')
  const { statistic, expected, normality, randomisation } = moran(NINE, ROOK);

  expect(statistic).toBe(0.5);
  expect(expected).toBe(-0.125);
  expect(normality.variance).toBeCloseTo(0.053125, 14);
  expect(randomisation.variance).toBeCloseTo(0.0596875, 14);
});

it('Geary’s C of the same is 1/3', () => {
  // by hand: 12 arcs each way of differences 1 and of 3: 8 * 2 * (1 + 9) * 6 / (2 * 24 * 60)
  expect(geary(NINE, ROOK).statistic).toBeCloseTo(1 / 3, 15);
});

it('G of the six points is as esda has it', () => {
  const { statistic, expected, randomisation } = getisOrdGlobal(VALUES, SIX);

  expect(statistic).toBeCloseTo(0.5570977917981073, 14);
  expect(expected).toBeCloseTo(0.4666666666666667, 14);
  expect(randomisation.variance).toBeCloseTo(0.009203550195101468, 14);
  expect(randomisation.z).toBeCloseTo(0.942627795324094, 10);
});

it('G_i of the six points is as esda has it, and no other for weights divided by rows', () => {
  const { statistic, z } = getisOrd(VALUES, SIX);

  expect(statistic[0]).toBeCloseTo(0.3053435114503817, 14);
  expect(z[0]).toBeCloseTo(-1.0136728985502572, 13);
  expect(getisOrd(VALUES, rowStandardise(SIX)).z[0]).toBeCloseTo(-1.0136728985502572, 13);
});

it('G*_i too', () => {
  const { statistic, z } = getisOrd(VALUES, SIX, { star: true });

  expect(statistic[5]).toBeCloseTo(0.5319148936170213, 14);
  expect(z[5]).toBeCloseTo(2.024243309389896, 13);
  expect(getisOrd(VALUES, rowStandardise(SIX), { star: true }).z[5]).toBeCloseTo(z[5]!, 13);
});

it('local Moran’s I tells high among high from low among low', () => {
  // by hand: z is -4 to 4; the neighbours of the corner -4 are -3 and -1, those of the middle cancel
  const { statistic, quadrants } = localMoran(NINE, rowStandardise(ROOK));

  expect(statistic[0]).toBeCloseTo((8 * -4 * -2) / 60, 14);
  expect(statistic[4]).toBe(0);
  expect(Array.from(quadrants, (quadrant) => QUADRANTS[quadrant])).toEqual([
    ...['LL', 'LL', 'LL', 'LL', 'LL', 'HH', 'HH', 'HH', 'HH'],
  ]);
});

it('local Geary’s c sums squared differences of standardised values', () => {
  // by hand: the variance of 0 to 8 is 60/9; the corner 0 has the neighbours 1 and 3
  expect(localGeary(NINE, ROOK).statistic[0]).toBeCloseTo((1 + 9) / (60 / 9), 14);
});

it('Moran’s I of two variables is as spdep has it, and that of one with itself Moran’s', () => {
  // R: moran_bv(0:8, (0:8)^2, nb2listw(cell2nb(3, 3), style = 'B'), nsim = 9)$t0 is 1.282876869899715,
  // which does not divide by the mean sum of a row, 24 / 9
  const squares = NINE.map((value) => value * value);

  expect(bivariateMoran(NINE, squares, ROOK).statistic).toBeCloseTo(
    (1.282876869899715 * 9) / 24,
    12,
  );
  expect(bivariateMoran(NINE, NINE, ROOK).statistic).toBeCloseTo(0.5, 14);
});

describe('what is not defined', () => {
  const island = weightsFromLinks(4, { from: [0, 1, 2], to: [1, 2, 0], weights: [1, 1, 1] });

  it('is null for equal values, 0.1 too', () => {
    const equal = new Float64Array(4).fill(0.1);

    for (const { statistic } of [
      moran(equal, island),
      geary(equal, island),
      getisOrdGlobal(equal, island),
      bivariateMoran(equal, VALUES.slice(0, 4), island),
    ]) {
      expect(statistic).toBeNull();
    }
    expect([...localMoran(equal, island).statistic]).toEqual([NaN, NaN, NaN, NaN]);
    expect([...getisOrd(equal, island).z]).toEqual([NaN, NaN, NaN, NaN]);
    expect([...localGeary(equal, island).z]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('is null for an island', () => {
    const values = Float64Array.of(1, 2, 4, 8);
    const options = { permutations: 9, seed: 1 };

    expect(localMoran(values, island).statistic[3]).toBeNaN();
    expect(localMoran(values, island).quadrants[3]).toBe(0);
    expect(getisOrd(values, island, { star: true }).statistic[3]).toBeNaN();
    expect(conditionalPValues(values, island, { ...options, direction: null })[3]).toBeNaN();
    expect(localGearyPValues(values, island, options)[3]).toBeNaN();
  });

  it('is null where all others are neighbours alike, or all others are equal', () => {
    const complete = nearestNeighbourWeights(
      { xs: Float64Array.of(0, 1, 2), ys: new Float64Array(3) },
      { k: 2 },
    );

    expect([...localMoran(Float64Array.of(1, 2, 4), rowStandardise(complete)).z]).toEqual([
      ...[NaN, NaN, NaN],
    ]);
    expect(getisOrd(Float64Array.of(0.1, 0.1, 0.7), ROOK_LINE).z[2]).toBeNaN();
  });

  it('is null without places, without links, and of a single place', () => {
    for (const n of [0, 1]) {
      const none = weightsFromLinks(n, { from: [], to: [], weights: [] });
      const values = new Float64Array(n).fill(5);

      expect(moran(values, none).statistic).toBeNull();
      expect(geary(values, none).statistic).toBeNull();
      expect(getisOrdGlobal(values, none).statistic).toBeNull();
      expect(localMoran(values, none).z.length).toBe(n);
      expect(permuteMaxima(values, none, { seed: 1, to: 3 })).toEqual(new Float64Array(3));
      expect(
        conditionalPValues(values, none, { permutations: 9, seed: 1, direction: null }),
      ).toEqual(new Float64Array(n).fill(NaN));
      expect(joinCounts(new Uint32Array(n), 1, none)[0]!.randomisation.z).toBeNull();
      expect(colocationQuotients(new Uint32Array(n), 1, none)[0]!.statistic).toBeNull();
    }
  });
});

const ROOK_LINE = gridWeights({ rows: 1, columns: 3 }, 'rook');

it.each([
  ['too few values', () => moran(Float64Array.of(1, 2), ROOK_LINE)],
  ['NaN', () => geary(Float64Array.of(1, 2, NaN), ROOK_LINE)],
  ['negative values for G', () => getisOrdGlobal(Float64Array.of(1, 2, -3), ROOK_LINE)],
  ['negative values for G_i', () => getisOrd(Float64Array.of(1, 2, -3), ROOK_LINE)],
  [
    'a place that is its own neighbour',
    () =>
      localMoran(Float64Array.of(1, 2), weightsFromLinks(2, { from: [0], to: [0], weights: [1] })),
  ],
  ['a type beyond those there are', () => joinCounts(Uint32Array.of(0, 1, 2), 2, ROOK_LINE)],
  [
    'no permutations',
    () =>
      conditionalPValues(Float64Array.of(1, 2, 3), ROOK_LINE, {
        permutations: 0,
        seed: 1,
        direction: null,
      }),
  ],
])('refuses %s', (_, act) => {
  expect(act).toThrow(RangeError);
});

it('simulates Moran’s I, Geary’s C and G of shuffled values', () => {
  const {
    moran: is,
    geary: cs,
    getisOrd: gs,
  } = permuteGlobally(VALUES, SIX, { seed: 1, to: 20_000 });

  // the mean within 4 standard errors of the expected one, the variance within 5 %
  const check = (figures: Float64Array, expected: number, variance: number) => {
    const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
    const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
    expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / 20_000));
    expect(Math.abs(squares / 20_000 / variance - 1)).toBeLessThan(0.05);
  };
  check(is, -0.2, moran(VALUES, SIX).randomisation.variance!);
  check(cs, 1, geary(VALUES, SIX).randomisation.variance!);
  check(gs, 14 / 30, getisOrdGlobal(VALUES, SIX).randomisation.variance!);
  expect(permuteGlobally(VALUES, SIX, { seed: 1, from: 5, to: 9 }).moran).toEqual(is.slice(5, 9));
});
