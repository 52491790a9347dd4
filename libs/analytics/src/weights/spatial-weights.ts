import { ExactSum } from '../summation/exact-sum.js';

/**
 * Who is whose neighbour, and how much: the neighbours of place i are `neighbours[starts[i]]` up to,
 * without, `neighbours[starts[i + 1]]`, ascending, each with a weight above 0 in `values`.
 */
export interface SpatialWeights {
  /** n + 1. */
  starts: Uint32Array;
  neighbours: Uint32Array;
  values: Float64Array;
}

/** One arc of the weights: `to` is a neighbour of `from`. */
export interface Links {
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  weights: ArrayLike<number>;
}

/**
 * Weights from links in any order; those of weight 0 are none. Linear, but for the sorting of rows.
 *
 * @throws {RangeError} if a link leads to a place that is not there, is listed twice, or has a
 * weight that is negative or not finite
 */
export function weightsFromLinks(n: number, { from, to, weights }: Links): SpatialWeights {
  const counts = new Uint32Array(n + 1);
  for (let link = 0; link < from.length; link++) {
    const [i, j, weight] = [from[link]!, to[link]!, weights[link]!];
    if (!(i >= 0 && i < n && j >= 0 && j < n)) {
      throw new RangeError(`Link from ${i} to ${j} among ${n} places`);
    }
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`Link from ${i} to ${j} has the weight ${weight}`);
    }
    if (weight > 0) counts[i]!++;
  }
  const starts = startsOf(counts);
  const next = starts.slice();
  const links = new Uint32Array(starts[n]!);
  for (let link = 0; link < from.length; link++) {
    if (weights[link]! > 0) links[next[from[link]!]!++] = link;
  }
  for (let i = 0; i < n; i++) {
    links.subarray(starts[i], starts[i + 1]).sort((a, b) => to[a]! - to[b]!);
  }
  const neighbours = Uint32Array.from(links, (link) => to[link]!);
  const values = Float64Array.from(links, (link) => weights[link]!);
  checkRows({ starts, neighbours, values });
  return { starts, neighbours, values };
}

function checkRows({ starts, neighbours }: SpatialWeights): void {
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let at = starts[i]! + 1; at < starts[i + 1]!; at++) {
      if (neighbours[at] === neighbours[at - 1]) {
        throw new RangeError(`The link from ${i} to ${neighbours[at]} is there twice`);
      }
    }
  }
}

/** @param counts n numbers and one more, of places before which to start */
export function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length);
  for (let i = 1; i < counts.length; i++) starts[i] = starts[i - 1]! + counts[i - 1]!;
  return starts;
}

/** Each row divided by its sum; islands stay empty. */
export function rowStandardise({ starts, neighbours, values }: SpatialWeights): SpatialWeights {
  const sum = new ExactSum();
  const shares = new Float64Array(values.length);
  for (let i = 0; i + 1 < starts.length; i++) {
    sum.clear();
    for (let at = starts[i]!; at < starts[i + 1]!; at++) sum.add(values[at]!);
    for (let at = starts[i]!; at < starts[i + 1]!; at++) shares[at] = values[at]! / sum.value;
  }
  return { starts, neighbours, values: shares };
}

/**
 * Weights in which no place is its own neighbour (`null`), or each that has another is: with the
 * weight it had, else with the greatest of its row, which is 1 where weights are 0 or 1.
 */
export function withSelf(weights: SpatialWeights, self: 'greatest' | null): SpatialWeights {
  if (self === null && !hasSelf(weights)) return weights;
  const n = weights.starts.length - 1;
  const most = weights.neighbours.length + n;
  const found = {
    starts: new Uint32Array(n + 1),
    neighbours: new Uint32Array(most),
    values: new Float64Array(most),
  };
  let count = 0;
  const add = (neighbour: number, value: number) => {
    found.neighbours[count] = neighbour;
    found.values[count++] = value;
  };
  for (let i = 0; i < n; i++) {
    const [from, to] = [weights.starts[i]!, weights.starts[i + 1]!];
    let own = self === null ? 0 : ownWeight(weights, i);
    for (let at = from; at < to; at++) {
      const neighbour = weights.neighbours[at]!;
      if (neighbour === i) continue;
      if (neighbour > i && own > 0) {
        add(i, own);
        own = 0;
      }
      add(neighbour, weights.values[at]!);
    }
    if (own > 0) add(i, own);
    found.starts[i + 1] = count;
  }
  return {
    starts: found.starts,
    neighbours: found.neighbours.slice(0, count),
    values: found.values.slice(0, count),
  };
}

/** The weight that place i has, or is to have, for itself; 0 if it has no other neighbour. */
function ownWeight({ starts, neighbours, values }: SpatialWeights, i: number): number {
  let greatest = 0;
  let own = 0;
  for (let at = starts[i]!; at < starts[i + 1]!; at++) {
    if (neighbours[at] === i) own = values[at]!;
    else greatest = Math.max(greatest, values[at]!);
  }
  return greatest > 0 ? own || greatest : 0;
}

/** Places without a neighbour other than themselves, ascending. */
export function islandsOf({ starts, neighbours }: SpatialWeights): number[] {
  const islands: number[] = [];
  for (let i = 0; i + 1 < starts.length; i++) {
    const count = starts[i + 1]! - starts[i]!;
    if (count === 0 || (count === 1 && neighbours[starts[i]!] === i)) islands.push(i);
  }
  return islands;
}

/** @throws {RangeError} unless there is a value for each place and each is finite */
export function checkValues(values: Float64Array, { starts }: SpatialWeights): void {
  if (values.length !== starts.length - 1) {
    throw new RangeError(`${values.length} values for ${starts.length - 1} places`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`Place ${i} has the value ${values[i]}`);
  }
}

/** @throws {RangeError} if a place is its own neighbour */
export function checkNoSelf(weights: SpatialWeights): void {
  if (hasSelf(weights)) throw new RangeError('A place is its own neighbour');
}

function hasSelf({ starts, neighbours }: SpatialWeights): boolean {
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) if (neighbours[at] === i) return true;
  }
  return false;
}
