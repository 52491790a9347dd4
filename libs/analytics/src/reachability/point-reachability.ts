import type { ReachabilityOrder } from './optics.js';

/** What each point has of the order; n by point. */
export interface PointReachability {
  /** Places from 0; the points at one place follow each other in the order given. */
  orders: Uint32Array;
  /** Infinity for the first of what is out of reach of all before. */
  reachabilities: Float64Array;
  coreDistances: Float64Array;
}

/** The first point of a site is reached as the site is, the others at no more than its core distance. */
export function pointReachability({
  sites,
  reachabilities,
  coreDistances,
  starts,
  members,
}: ReachabilityOrder): PointReachability {
  const points = {
    orders: new Uint32Array(members.length),
    reachabilities: new Float64Array(members.length),
    coreDistances: new Float64Array(members.length),
  };
  let next = 0;
  for (let at = 0; at < sites.length; at++) {
    const from = starts[sites[at]!]!;
    for (let i = from; i < starts[sites[at]! + 1]!; i++) {
      const point = members[i]!;
      const core = coreDistances[at]!;
      points.orders[point] = next++;
      points.coreDistances[point] = core;
      points.reachabilities[point] =
        i === from ? reachabilities[at]! : Math.min(reachabilities[at]!, core);
    }
  }
  return points;
}
