import { classColour, classOf, quantileBreaks } from './area-classes.js';

it('puts as many areas into each class', () => {
  const values = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];

  const breaks = quantileBreaks(values);

  expect(breaks).toEqual([3, 5, 7, 9]);
  expect(values.map((value) => classOf(value, breaks))).toEqual([4, 4, 3, 3, 2, 2, 1, 1, 0, 0]);
});

it('gives the least value a class of its own where it would fill one', () => {
  expect(quantileBreaks([0, 0, 0, 0, 0, 0, 1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
});

it('makes fewer classes where values repeat, and none of one value', () => {
  expect(quantileBreaks([0, 1, 1, 1, 1, 1, 1, 1, 1, 2])).toEqual([1]);
  expect(quantileBreaks([2, 2, 2])).toEqual([]);
  expect(quantileBreaks([null, null])).toEqual([]);
  expect(quantileBreaks([])).toEqual([]);
});

it('leaves areas without a value out', () => {
  expect(quantileBreaks([null, 1, 2, 3, 4, 5, null])).toEqual([2, 3, 4, 5]);
  expect(classOf(null, [2, 3])).toBeNull();
});

it('spreads colours from the lightest to the darkest', () => {
  expect([0, 1, 2, 3, 4].map((i) => classColour(i, [1, 2, 3, 4]))).toEqual([
    ...['var(--density-0)', 'var(--density-2)', 'var(--density-3)'],
    ...['var(--density-5)', 'var(--density-6)'],
  ]);
  expect(classColour(0, [])).toBe('var(--density-3)');
});
