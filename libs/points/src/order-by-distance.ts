import { radixOrder } from './radix-order.js';

/**
 * The order of businesses from the nearest to the farthest, of equally far ones by id. Linear.
 *
 * @param distances n, none negative or NaN
 * @param ids n, all different
 * @returns n places in the two arrays
 */
export function orderByDistance(distances: Float64Array, ids: Uint32Array): Uint32Array {
  return radixOrder([ids, distances]);
}
