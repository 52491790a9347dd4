import { likelihoodRatio } from './likelihood-ratio.js';

const ALL = { totalCases: 10, total: 100 };

// python: 5*log(.5)+5*log(.5)+5*log(5/90)+85*log(85/90)-(10*log(.1)+90*log(.9)), and so on
it.each([
  ['a share of a half where it is a tenth in all', 5, 10, 6.266501567668907],
  ['nothing but cases', 4, 4, 10.064298103324724],
])('is as computed for %s', (_, cases, all, expected) => {
  expect(likelihoodRatio({ cases, all, ...ALL })).toBeCloseTo(expected, 12);
});

it.each([
  ['its share of the cases', 1, 10],
  ['fewer', 0, 10],
  ['everything', 10, 100],
  ['nothing', 0, 0],
])('is 0 for a region with %s', (_, cases, all) => {
  expect(likelihoodRatio({ cases, all, ...ALL })).toBe(0);
});
