import { randomNumber } from '../random/random-number.js';
import { buildSiteTree } from './site-tree.js';
import { visitWithin } from './visit-within.js';

/** On a lattice, so that some are exactly at the reach. */
function treeOf(count: number, seed: number) {
  const drawn = (simulation: number) =>
    Float64Array.from({ length: count }, (_, draw) =>
      Math.floor(40 * randomNumber({ seed, simulation, draw })),
    );
  return buildSiteTree({ xs: drawn(0), ys: drawn(1), weights: new Float64Array(count) });
}

it.each([
  [300, 200, 3],
  [300, 1, 5],
  [1, 300, 0],
  [200, 100, Infinity],
])('visits of %d places those that are near any of %d others: within %d', (m, k, reach) => {
  const [tree, others] = [treeOf(m, 1), treeOf(k, 2)];
  const visited: number[] = [];

  visitWithin(tree, others, { reach, visit: (place) => visited.push(place) });

  const isNear = (x: number, y: number) =>
    others.xs.some((other, i) => (other - x) ** 2 + (others.ys[i]! - y) ** 2 <= reach ** 2);
  const near = [...tree.xs.keys()].filter((place) => isNear(tree.xs[place]!, tree.ys[place]!));
  expect(visited.sort((a, b) => a - b)).toEqual(near);
});
