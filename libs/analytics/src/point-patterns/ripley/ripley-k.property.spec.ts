import fc from 'fast-check';
import { circleShare } from './circle-share.js';
import { studyK, type EdgeCorrection } from './k-study.js';
import { distanceToEdge, rectangularWindow } from './observation-window.js';
import { ripleyK } from './ripley-k.js';
import { simulateK } from './simulate-k.js';

const SETTINGS = { seed: 1, numRuns: 80 };
const WINDOW = rectangularWindow({ x0: 0, y0: 0, x1: 6, y1: 4 });
const CORRECTIONS: EdgeCorrection[] = ['none', 'border', 'isotropic', 'translation'];
const RADII = [0, 0.5, 1.25, 2.5];

/** On a lattice of quarters, edges and shared places included. */
const somePoints = fc
  .array(fc.tuple(fc.nat(24), fc.nat(16)), { minLength: 2, maxLength: 40 })
  .map((rows) => ({
    xs: Float64Array.from(rows, ([x]) => x / 4),
    ys: Float64Array.from(rows, ([, y]) => y / 4),
  }));

type Points = { xs: Float64Array; ys: Float64Array };

function everyPair({ xs, ys }: Points, correction: EdgeCorrection): (number | null)[] {
  const all = Array.from(xs, (_, i) => i);
  const weigh = (i: number, j: number, distance: number) => {
    if (correction === 'none') return 1;
    if (correction === 'translation') {
      return 24 / ((6 - Math.abs(xs[i]! - xs[j]!)) * (4 - Math.abs(ys[i]! - ys[j]!)));
    }
    return distance === 0 ? 1 : 1 / circleShare(WINDOW, xs[i]!, ys[i]!, distance);
  };
  return RADII.map((r) => {
    const isBorder = correction === 'border';
    const lookers = all.filter((i) => !isBorder || distanceToEdge(WINDOW, xs[i]!, ys[i]!) > r);
    if (lookers.length === 0) return null;
    let sum = 0;
    for (const i of lookers) {
      for (const j of all) {
        const distance = Math.hypot(xs[i]! - xs[j]!, ys[i]! - ys[j]!);
        if (j !== i && distance <= r) sum += isBorder ? 1 : weigh(i, j, distance);
      }
    }
    return (24 * sum) / (isBorder ? lookers.length * all.length : all.length * (all.length - 1));
  });
}

it.each(CORRECTIONS)('is what a look at every pair gives, with %s', (correction) => {
  fc.assert(
    fc.property(somePoints, (points) => {
      const { k } = ripleyK(studyK(points, { window: WINDOW, radii: RADII, correction }));

      const expected = everyPair(points, correction);
      expect(k.map((value) => value === null)).toEqual(expected.map((value) => value === null));
      k.forEach((value, i) => expect(value ?? 0).toBeCloseTo(expected[i] ?? 0, 9));
    }),
    SETTINGS,
  );
});

it.each(CORRECTIONS)('is the same to the last bit for shuffled points, with %s', (correction) => {
  fc.assert(
    fc.property(somePoints, ({ xs, ys }) => {
      const options = { window: WINDOW, radii: RADII, correction };

      const reversed = ripleyK(
        studyK({ xs: xs.slice().reverse(), ys: ys.slice().reverse() }, options),
      );

      expect(reversed).toEqual(ripleyK(studyK({ xs, ys }, options)));
    }),
    SETTINGS,
  );
});

it.each(['complete-randomness', 'random-labelling'] as const)(
  'simulates the same by %s however the simulations are cut',
  (nullModel) => {
    fc.assert(
      fc.property(somePoints, fc.nat(5), (points, cut) => {
        const study = studyK(points, {
          window: WINDOW,
          radii: RADII,
          correction: 'isotropic',
          kind: { types: Array.from(points.xs, (_, i) => i % 2), reference: 1 },
        });
        const simulate = (from: number, to: number) =>
          simulateK(study, { nullModel, seed: 3, from, to });

        expect([...simulate(0, cut), ...simulate(cut, 5)]).toEqual([...simulate(0, 5)]);
      }),
      { seed: 1, numRuns: 25 },
    );
  },
);
