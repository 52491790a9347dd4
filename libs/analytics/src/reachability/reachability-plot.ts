import type { ReachabilityOrder } from './optics.js';

/**
 * The bars of the reachability plot.
 *
 * A site of a weight above 1 stands for as many points at one place. The first is reached as the
 * site is, the others from it, at no more than its core distance: where that is less, the site has
 * a second bar, and a valley of its own.
 */
export interface ReachabilityPlot {
  /** b, and one more of Infinity: whatever comes after the last is out of reach. */
  heights: Float64Array;
  /** b */
  weights: Float64Array;
  /** b places in the order. */
  places: Uint32Array;
  /** b places in the order of what reached the bar; -1 where nothing did. */
  predecessors: Int32Array;
}

export function plotReachability(order: ReachabilityOrder): ReachabilityPlot {
  const { reachabilities, coreDistances, weights, predecessors } = order;
  const bars: [height: number, weight: number, place: number, predecessor: number][] = [];
  for (let at = 0; at < reachabilities.length; at++) {
    const height = reachabilities[at]!;
    const weight = weights[at]!;
    const hasTwo = weight > 1 && coreDistances[at]! < height;
    bars.push([height, hasTwo ? 1 : weight, at, predecessors[at]!]);
    if (hasTwo) bars.push([coreDistances[at]!, weight - 1, at, at]);
  }
  return {
    heights: Float64Array.from([...bars.map(([height]) => height), Infinity]),
    weights: Float64Array.from(bars, ([, weight]) => weight),
    places: Uint32Array.from(bars, ([, , place]) => place),
    predecessors: Int32Array.from(bars, ([, , , predecessor]) => predecessor),
  };
}
