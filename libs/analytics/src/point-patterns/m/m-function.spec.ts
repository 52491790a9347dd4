import { mFunction } from './m-function.js';
import { simulateM } from './simulate-m.js';
import { studyM } from './m-study.js';

const A = 0;
const B = 1;

/** On a line: two of A at 0 and 1, one of B at 3, one of A at 10 with one of B at the same place. */
const POINTS = {
  xs: Float64Array.of(0, 1, 3, 10, 10),
  ys: new Float64Array(5),
  weights: null,
  types: [A, A, B, A, B],
};

it('compares shares around each reference with shares in all, by hand', () => {
  const { m, references, local } = mFunction(
    studyM(POINTS, { reference: A, radii: [0, 1, 2, 3, 20] }),
  );

  // of the 4 others of each A, 2 are A: a share of 1/2
  // r = 0: only 10 has anything around it, a B: 0 / 1
  // r = 1: 1/1, 1/1 and 0/1; r = 2: 1/1, 1/2 and 0/1; r = 3: 1/2, 1/2 and 0/1; r = 20: all 2/4
  expect(m).toEqual([0, 2 / 3 / 0.5, 1.5 / 3 / 0.5, 1 / 3 / 0.5, 1]);
  expect([...references]).toEqual([0, 1, 3]);
  expect([...local.subarray(0, 5)]).toEqual([NaN, 2, 2, 1, 1]);
});

it('looks for another kind around the references', () => {
  const { m } = mFunction(studyM(POINTS, { reference: A, neighbour: B, radii: [0, 2, 20] }));

  // of the 4 others of each A, 2 are B; r = 0: 1/1; r = 2: 0/1, 1/2, 1/1; r = 20: 2/4
  expect(m).toEqual([2, 1, 1]);
});

it('compares cases with controls alone', () => {
  const { m } = mFunction(studyM(POINTS, { reference: A, controls: B, radii: [0, 2, 20] }));

  // two other cases for two controls in all; r = 0: 0/1; r = 2: 1/1 and 0/1, nothing for 0; r = 20: 2/2
  expect(m).toEqual([0, 0.5, 1]);
});

it('weighs neighbours, and not the reference itself', () => {
  const { m } = mFunction(
    studyM({ ...POINTS, weights: Float64Array.of(1, 2, 3, 4, 5) }, { reference: A, radii: [2] }),
  );

  // shares in all: (7 - w) / (15 - w); around: 2/2, 1/(1 + 3), 0/5
  const expected = (1 + 1 / 4 + 0) / (6 / 14 + 5 / 13 + 3 / 11);
  expect(m[0]).toBeCloseTo(expected, 14);
});

it('is null where no reference has anything around it, and where there is one reference', () => {
  expect(mFunction(studyM(POINTS, { reference: B, radii: [0, 1] })).m).toEqual([0, 0]);
  const apart = { ...POINTS, xs: Float64Array.of(0, 100, 200, 300, 400) };
  expect(mFunction(studyM(apart, { reference: A, radii: [0, 50] })).m).toEqual([null, null]);
  const single = { ...POINTS, types: [A, B, B, B, B] };
  expect(mFunction(studyM(single, { reference: A, radii: [20] })).m).toEqual([null]);
});

it.each([
  ['radii that do not ascend', { reference: A, radii: [1, 1] }],
  ['no radii', { reference: A, radii: [] }],
  ['a negative radius', { reference: A, radii: [-1, 1] }],
  ['a kind that no point is of', { reference: 7, radii: [1] }],
  ['controls that are the references', { reference: A, controls: A, radii: [1] }],
])('refuses %s', (_, options) => {
  expect(() => studyM(POINTS, options)).toThrow(RangeError);
});

it('refuses types that are not as many as the points', () => {
  expect(() => studyM({ ...POINTS, types: [A] }, { reference: A, radii: [1] })).toThrow(
    '5 points have 1 types',
  );
});

it('does not let references that stay be their own neighbours', () => {
  const study = studyM(POINTS, { reference: A, radii: [1] });

  expect(() =>
    simulateM(study, { nullModel: 'population-independence', seed: 1, from: 0, to: 1 }),
  ).toThrow(RangeError);
});
