import { randomNumber } from '../../random/random-number.js';
import { arrangePoints } from './population.js';
import { radiusOf, tabulateRadii } from './radius-table.js';
import { gatherAll, gatherSites } from './site-subset.js';
import { weightsWithin } from './weights-within.js';

const COUNT = 400;
const column = (simulation: number, extent: number) =>
  Float64Array.from({ length: COUNT }, (_, draw) =>
    Math.round(randomNumber({ seed: 6, simulation, draw }) * extent),
  );
const POINTS = { xs: column(0, 300), ys: column(1, 200), weights: column(2, 4) };

/** Every pair, one by one. */
function everyPair(i: number, j: number, radius: number): number {
  const squared = (POINTS.xs[i]! - POINTS.xs[j]!) ** 2 + (POINTS.ys[i]! - POINTS.ys[j]!) ** 2;
  return squared > 0 && squared <= radius * radius ? POINTS.weights[j]! : 0;
}

it.each([
  ['evenly spaced', [0, 10, 20, 30, 40, 50]],
  ['so close together that several fall into one slot', [0, 1, 1.001, 2, 5, 5.0001, 5000]],
  ['one of 0', [0]],
  ['one that reaches everywhere', [1000]],
  ['many', Array.from({ length: 3000 }, (_, i) => i / 20)],
])('adds the weights of all other places within radii that are %s', (_, radii) => {
  const population = arrangePoints(POINTS, radii[radii.length - 1]!);
  const positions = Uint32Array.from({ length: COUNT / 4 }, (_, i) => 4 * i);
  const sources = gatherSites(population, { positions, weights: null });
  const table = tabulateRadii(radii);
  const targets = gatherAll(population);
  const sites = sources.sites.length;

  const within = weightsWithin(sources, targets, { radii: table, from: 0, to: sites });

  for (let k = 0; k < positions.length; k += 7) {
    const point = population.members[positions[k]!]!;
    radii.forEach((radius, i) => {
      if (radii.length > 100 && i % 97 > 0) return;
      let sum = 0;
      for (let j = 0; j < COUNT; j++) sum += everyPair(point, j, radius);
      expect(within[sources.places[k]! * radii.length + i]).toBeCloseTo(sum, 9);
    });
  }
});

it('gives each source the same sums in whatever part', () => {
  const population = arrangePoints(POINTS, 60);
  const all = gatherAll(population);
  const radii = tabulateRadii([5, 30, 60]);
  const part = (from: number, to: number) => weightsWithin(all, all, { radii, from, to });

  const middle = Math.floor(all.sites.length / 3);
  expect([...part(0, middle), ...part(middle, all.sites.length)]).toEqual([
    ...part(0, all.sites.length),
  ]);
});

it('finds radii exactly at their squares, and beyond the last', () => {
  const radii = [0, 0.1, 0.3, 7, 1e6];
  const table = tabulateRadii(radii);

  radii.forEach((radius, i) => {
    expect(radiusOf(radius * radius, table)).toBe(i);
    expect(radiusOf(radius * radius * (1 + 1e-15) + 1e-300, table)).toBe(i + 1);
  });
  expect(radiusOf(Number.MAX_VALUE, table)).toBe(5);
});
