import { squaredDistance, type Places } from './neighbour-weights.js';
import type { SpatialWeights } from './spatial-weights.js';

/** By the distance as a share u of the bandwidth, up to 1: 1; 1 - u; 1 - u^2; (1 - u^2)^2; exp(-u^2 / 2). */
export const WEIGHT_KERNELS = [
  'uniform',
  'triangular',
  'epanechnikov',
  'quartic',
  'gaussian',
] as const;

export type WeightKernel = (typeof WEIGHT_KERNELS)[number];

/**
 * Lets the weight of neighbours fall with their distance, from 1 at none; who is a neighbour stays,
 * but for those whose weight falls to 0.
 *
 * @param weights who is whose neighbour, such as those within the bandwidth
 * @param bandwidth metres; null: of each place, the distance of its farthest neighbour, which for the
 * k nearest adapts to their density; those at one place then weigh 1
 * @throws {RangeError} if the bandwidth is not positive
 */
export function kernelWeights(
  places: Places,
  { starts, neighbours }: SpatialWeights,
  { kernel, bandwidth }: { kernel: WeightKernel; bandwidth: number | null },
): SpatialWeights {
  if (bandwidth !== null && !(bandwidth > 0 && bandwidth < Infinity)) {
    throw new RangeError(`bandwidth is ${bandwidth}, not a positive number`);
  }
  const n = starts.length - 1;
  const kept = { starts: new Uint32Array(n + 1), neighbours: neighbours.slice() };
  const values = new Float64Array(neighbours.length);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const squared = (at: number) => squaredDistance(places, neighbours[at]!, i);
    let reach = bandwidth === null ? 0 : bandwidth * bandwidth;
    if (bandwidth === null) {
      for (let at = starts[i]!; at < starts[i + 1]!; at++) reach = Math.max(reach, squared(at));
    }
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const value = reach === 0 ? 1 : kernelValue(kernel, squared(at) / reach);
      if (!(value > 0)) continue;
      kept.neighbours[count] = neighbours[at]!;
      values[count++] = value;
    }
    kept.starts[i + 1] = count;
  }
  return {
    starts: kept.starts,
    neighbours: kept.neighbours.slice(0, count),
    values: values.slice(0, count),
  };
}

/** @param squared of the share of the bandwidth */
function kernelValue(kernel: WeightKernel, squared: number): number {
  if (squared > 1) return 0;
  if (kernel === 'uniform') return 1;
  if (kernel === 'triangular') return 1 - Math.sqrt(squared);
  if (kernel === 'epanechnikov') return 1 - squared;
  if (kernel === 'quartic') return (1 - squared) ** 2;
  return Math.exp(-squared / 2);
}
