import { ExactSum, exactSum } from '../summation/exact-sum.js';
import { startsOf, type SpatialWeights } from './spatial-weights.js';

/** What the moments of global statistics need to know of weights. */
export interface WeightSums {
  n: number;
  /** Of all weights. */
  s0: number;
  /** Half the sum of (w_ij + w_ji)^2. */
  s1: number;
  /** The sum of (row sum + column sum)^2. */
  s2: number;
  rows: Float64Array;
  columns: Float64Array;
  /** The sum of w_ij^2, and that of w_ij w_ji. */
  squares: number;
  mutual: number;
}

/** The same in whatever order the places are. Linear in the links. */
export function weightSums(weights: SpatialWeights): WeightSums {
  const n = weights.starts.length - 1;
  const rows = rowSums(weights);
  const transposed = transpose(weights);
  const columns = rowSums(transposed);
  const squares = exactSum(weights.values.map((value) => value * value));
  const mutual = mutualSum(weights, transposed);
  return {
    n,
    s0: exactSum(weights.values),
    s1: squares + mutual,
    s2: exactSum(rows.map((row, i) => (row + columns[i]!) * (row + columns[i]!))),
    rows,
    columns,
    squares,
    mutual,
  };
}

/** n sums of the weights of the neighbours; 0 for islands. */
export function rowSums({ starts, values }: SpatialWeights): Float64Array {
  const sum = new ExactSum();
  const sums = new Float64Array(starts.length - 1);
  for (let i = 0; i < sums.length; i++) {
    sum.clear();
    for (let at = starts[i]!; at < starts[i + 1]!; at++) sum.add(values[at]!);
    sums[i] = sum.value;
  }
  return sums;
}

function transpose({ starts, neighbours, values }: SpatialWeights): SpatialWeights {
  const n = starts.length - 1;
  const counts = new Uint32Array(n + 1);
  for (let at = 0; at < neighbours.length; at++) counts[neighbours[at]!]!++;
  const turned = {
    starts: startsOf(counts),
    neighbours: new Uint32Array(neighbours.length),
    values: new Float64Array(values.length),
  };
  const next = turned.starts.slice();
  for (let i = 0; i < n; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const to = next[neighbours[at]!]!++;
      turned.neighbours[to] = i;
      turned.values[to] = values[at]!;
    }
  }
  return turned;
}

/** Both have their rows ascending, so that they are walked side by side. */
function mutualSum(weights: SpatialWeights, transposed: SpatialWeights): number {
  const sum = new ExactSum();
  for (let i = 0; i + 1 < weights.starts.length; i++) {
    let other = transposed.starts[i]!;
    const end = transposed.starts[i + 1]!;
    for (let at = weights.starts[i]!; at < weights.starts[i + 1]!; at++) {
      const j = weights.neighbours[at]!;
      while (other < end && transposed.neighbours[other]! < j) other++;
      if (other < end && transposed.neighbours[other] === j) {
        sum.add(weights.values[at]! * transposed.values[other]!);
      }
    }
  }
  return sum.value;
}
