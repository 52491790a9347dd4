import { fitDecay } from './decay-curve.js';
import { ringDensity } from './ring-density.js';

const annulus = (inner: number, outer: number, count: number, countPerKm2: number) => ({
  ...{ inner, outer, count, countPerKm2 },
  ...{ areaKm2: count / countPerKm2, stated: 0, weight: null, weightPerKm2: null },
});

it('finds the decay of densities that halve every 200 m', () => {
  const curve = fitDecay(
    [annulus(0, 200, 7, 80), annulus(200, 400, 12, 40), annulus(400, 600, 9, 20)],
    'count',
  )!;

  expect(curve.beta).toBeCloseTo(Math.LN2 / 200, 15);
  expect(curve.halfDistance).toBeCloseTo(200, 10);
  expect(curve.centre).toBeCloseTo(80 * Math.SQRT2, 10); // 100 m before the first middle
  expect(curve.explained).toBeCloseTo(1, 12);
});

// coef(lm(log(c(50, 30, 4)) ~ c(50, 150, 350), weights = c(5, 9, 2))), R 4.2
it('weighs logarithms by the number of points', () => {
  const curve = fitDecay(
    [annulus(0, 100, 5, 50), annulus(100, 200, 9, 30), annulus(200, 500, 2, 4)],
    'count',
  )!;

  expect(Math.log(curve.centre)).toBeCloseTo(4.49851974165, 9);
  expect(curve.beta).toBeCloseTo(0.00827514594871, 12);
});

it('leaves out empty annuli, and needs two that are not', () => {
  const empty = { ...annulus(200, 400, 1, 1), count: 0, countPerKm2: 0 };

  expect(fitDecay([annulus(0, 200, 7, 80), empty], 'count')).toBeNull();
  expect(fitDecay([], 'count')).toBeNull();
  expect(
    fitDecay([annulus(0, 200, 7, 20), empty, annulus(400, 600, 9, 80)], 'count'),
  ).toMatchObject({ annuli: 2, halfDistance: null, beta: expect.closeTo(-Math.LN2 / 200, 12) });
});

it('fits the weights of rings, where they state any', () => {
  const { annuli } = ringDensity(
    {
      distances: Float64Array.of(50, 150, 250),
      weights: Float64Array.of(4, NaN, 5),
      included: null,
    },
    [100, 200, 300],
  );

  // 4 per pi 100^2 and 5 per 5 pi 100^2 m2, at 50 and 250 m
  expect(fitDecay(annuli, 'weight')!.beta).toBeCloseTo(Math.log(4) / 200, 12);
});
