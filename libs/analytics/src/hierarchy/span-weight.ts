import type { DensityHierarchy } from './density-hierarchy.js';

/**
 * The sum of the lengths of a minimum spanning tree of mutual reachability over points, each of a
 * weight of 1: those of a site are joined to each other by edges of its core distance.
 *
 * The same for any order of the points. Null where there is no such tree: core distances are
 * infinite.
 *
 * Source: Neumaier (1974), ZAMM 54, 39-51, for the sum.
 */
export function spanWeight({ span, squaredCores, weights }: DensityHierarchy): number | null {
  if (squaredCores[0] === Infinity) return null;
  let sum = 0;
  let lost = 0;
  const add = (length: number) => {
    const next = sum + length;
    lost += sum >= length ? sum - next + length : length - next + sum;
    sum = next;
  };
  for (let i = 0; i < span.squares.length; i++) add(Math.sqrt(span.squares[i]!));
  for (let i = 0; i < squaredCores.length; i++) {
    if (weights[i]! > 1) add((weights[i]! - 1) * Math.sqrt(squaredCores[i]!));
  }
  return sum + lost;
}
