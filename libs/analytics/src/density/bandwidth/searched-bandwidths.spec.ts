import { areaBandwidth, likelihoodBandwidth } from './cross-validation.js';
import { diggleBandwidth } from './diggle-bandwidth.js';

const WINDOW = { west: 0, south: 0, east: 1, north: 1 };
const points = {
  xs: Float64Array.of(0.1, 0.15, 0.2, 0.22, 0.6, 0.61, 0.66, 0.7, 0.9, 0.35),
  ys: Float64Array.of(0.1, 0.12, 0.2, 0.15, 0.6, 0.65, 0.7, 0.61, 0.3, 0.8),
  weights: null,
};

// X <- ppp(xs, ys, window = square(1)); b <- bw.ppl(X); c(b, attr(b, "cv")[9])
it('has the likelihood of spatstat 3.0 and its bandwidth', () => {
  const { sigma, sigmas, criteria } = likelihoodBandwidth(points, WINDOW);

  expect(sigma).toBeCloseTo(0.14597752809199, 11);
  expect(sigmas[0]).toBeCloseTo(Math.sqrt(0.0026), 11);
  expect(sigmas[15]).toBeCloseTo(Math.SQRT1_2, 11);
  expect(criteria[8]).toBeCloseTo(13.759862710364, 1); // spatstat integrates over 128 x 128 pixels
});

// b <- bw.CvL(X); c(b, attr(b, "cv")[9])
it('adds up to the area at spatstat’s bandwidth', () => {
  const { sigma, criteria } = areaBandwidth(points, WINDOW);

  expect(sigma).toBeCloseTo(0.24699358336797, 11);
  expect(criteria[8]).toBeCloseTo(-0.020593004402393, 9);
});

// b <- bw.diggle(X); c(b, attr(b, "cv")[100])
it('has the mean square error of spatstat’s bw.diggle', () => {
  const { sigma, criteria } = diggleBandwidth(points, WINDOW);

  expect(sigma).toBeCloseTo(0.050391389432485, 11);
  expect(-criteria[98]!).toBeCloseTo(17.527339675643, 6); // without that of radius 0
});

it.each([likelihoodBandwidth, areaBandwidth, diggleBandwidth])(
  'takes a whole weight for as many points: %p',
  (search) => {
    const weights = points.xs.map((_, i) => 1 + (i % 2));
    const copies = Array.from(weights).flatMap((weight, i) => Array<number>(weight).fill(i));
    const repeated = {
      xs: Float64Array.from(copies, (i) => points.xs[i]!),
      ys: Float64Array.from(copies, (i) => points.ys[i]!),
      weights: null,
    };

    expect(search({ ...points, weights }, WINDOW)).toEqual(search(repeated, WINDOW));
  },
);

it.each([likelihoodBandwidth, areaBandwidth, diggleBandwidth])(
  'refuses one site, a site outside, and more than can be compared: %p',
  (search) => {
    const one = { xs: Float64Array.of(0.5, 0.5), ys: Float64Array.of(0.5, 0.5), weights: null };
    const outside = { xs: Float64Array.of(0.5, 2), ys: Float64Array.of(0.5, 0.5), weights: null };
    const many = Float64Array.from({ length: 10_001 }, (_, i) => i / 10_001);

    expect(() => search(one, WINDOW)).toThrow('Fewer than two sites');
    expect(() => search(outside, WINDOW)).toThrow('The site at 2, 0.5 lies outside');
    expect(() => search({ xs: many, ys: many, weights: null }, WINDOW)).toThrow('10001 sites');
  },
);
