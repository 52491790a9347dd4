import { departures } from './departures.js';
import { globalBand } from './global-band.js';
import { goodnessOfFit } from './goodness-of-fit.js';
import { localBand } from './local-band.js';
import { meanCurve } from './simulated-curves.js';

/** Curve i has the value i at each of two radii, but for the last column, where it has 20 - i. */
const TWENTY = {
  values: Float64Array.from({ length: 21 * 2 }, (_, at) => {
    const curve = Math.floor(at / 2);
    return at % 2 === 0 ? curve : 20 - curve;
  }),
  radii: 2,
};

it('leaves half of alpha out on either side, at each radius', () => {
  expect(localBand(TWENTY, 0.1)).toEqual({ low: [1, 1], high: [19, 19] });
  // numpy.quantile(range(21), [.0125, .9875])
  expect(localBand(TWENTY, 0.025).low[0]).toBeCloseTo(0.25, 12);
  expect(localBand(TWENTY, 0.025).high[0]).toBeCloseTo(19.75, 12);
});

it('leaves alpha of the curves out anywhere, between ranks where none fits', () => {
  // curves 0 and 20 are extreme at both radii: 2 of 21 leave the band from the second to the second last
  expect(globalBand(TWENTY, 2 / 21).low[0]).toBeCloseTo(1, 12);
  expect(globalBand(TWENTY, 1 / 21)).toEqual({ low: [0.5, 0.5], high: [19.5, 19.5] });
  expect(globalBand(TWENTY, 0.999).low[0]).toBeLessThanOrEqual(10);
});

it('is wider at all radii together than at each alone', () => {
  // 21 curves at 21 radii: each has 0 at its own and 5 at all others, so that all leave from rank 2 on
  const values = Float64Array.from({ length: 21 * 21 }, (_, at) => (at % 22 === 0 ? 0 : 5));
  const curves = { values, radii: 21 };

  expect(localBand(curves, 0.2).low[0]).toBe(5);
  expect(globalBand(curves, 0.2).low[0]).toBe(1); // a fifth of the way from rank 1 to rank 2
});

it('drops extreme curves until few enough are left, between the last two rounds', () => {
  // each round drops two of 21: 21, 19, 17; with alpha 0.1 the target is 18.9, 0.05 of the way to 17
  const { low, high } = globalBand(TWENTY, 0.1, 'drop-extremes');

  expect(low[0]).toBeCloseTo(1.05, 12);
  expect(high[0]).toBeCloseTo(18.95, 12);
});

it('keeps the band of the round that would drop all curves', () => {
  const ties = { values: Float64Array.of(0, 0, 1, 1), radii: 1 };

  expect(globalBand(ties, 0.5, 'drop-extremes')).toEqual({ low: [0], high: [1] });
});

it('has no band where a curve is not defined, and the mean of the others', () => {
  const curves = { values: Float64Array.of(NaN, 1, 4, 3, NaN, 5), radii: 2 };

  expect(localBand(curves, 0.5)).toEqual({ low: [null, 2], high: [null, 4] });
  expect(globalBand(curves, 0.5).low[0]).toBeNull();
  expect(meanCurve(curves)).toEqual([4, 3]);
  expect(meanCurve({ values: Float64Array.of(NaN), radii: 1 })).toEqual([null]);
});

it.each([0, 1, NaN])('refuses %f for alpha', (alpha) => {
  expect(() => localBand(TWENTY, alpha)).toThrow(RangeError);
  expect(() => globalBand(TWENTY, alpha)).toThrow(RangeError);
});

it('refuses no simulations', () => {
  expect(() => localBand({ values: new Float64Array(), radii: 2 }, 0.1)).toThrow(RangeError);
});

describe('a curve beside its band', () => {
  const band = { low: [1, 1, null], high: [2, 2, null] };

  it('is localised if it is above anywhere, and then not dispersed', () => {
    expect(departures([0, 5, 3], band)).toEqual({
      above: [0, 3, null],
      below: [0, 0, null],
      localisation: 3,
      dispersion: 0,
      classification: 'localised',
    });
  });

  it('is dispersed if it is below and never above', () => {
    expect(departures([0, 1.5, 3], band)).toMatchObject({
      below: [1, 0, null],
      dispersion: 1,
      classification: 'dispersed',
    });
  });

  it('is random within the band, its bounds included', () => {
    expect(departures([1, 2, null], band).classification).toBe('random');
  });
});

describe('goodness of fit', () => {
  // 3 simulated curves at the radii 1 and 3
  const curves = { values: Float64Array.of(0, 0, 1, 1, 2, 2), radii: 2 };

  it('is by hand', () => {
    const fit = goodnessOfFit([4, 1], curves, [1, 3])!;

    // departures of the observed one: 4 - 1 = 3 at a width of 1, 1 - 1 = 0 at a width of 2
    // of the simulated ones at 1: 0 - 7/3, 1 - 2, 2 - 5/3; at 3: 0 - 4/3, 1 - 1, 2 - 2/3
    // squares: 9; 49/9 + 2 * 16/9 = 9 (as much), 1, 1/9 + 2 * 16/9; largest: 3; 7/3, 1, 4/3
    expect(fit.dclf.statistic).toBeCloseTo(9, 12);
    expect(fit.mad).toEqual({ statistic: 3, p: 1 / 4 });
    expect(fit.radii).toBe(2);
  });

  it('counts a simulation that departs as much', () => {
    expect(goodnessOfFit([3], { values: Float64Array.of(0, 3), radii: 1 }, [1])!.mad.p).toBe(1);
  });

  it('leaves radii out at which a curve is not defined', () => {
    const partly = { values: Float64Array.of(NaN, 0, 1, 1), radii: 2 };

    expect(goodnessOfFit([9, 5], partly, [1, 2])).toMatchObject({ radii: 1, mad: { p: 1 / 3 } });
    expect(goodnessOfFit([9, null], partly, [1, 2])).toBeNull();
  });
});
