import { exactSum } from '../summation/exact-sum.js';

/** Values less their mean, and the sums of their powers; the same in whatever order they come. */
export interface CentredValues {
  mean: number;
  /** n values less the mean. */
  centred: Float64Array;
  /** Sums of squares and of fourth powers; both 0 where all values are equal. */
  squares: number;
  fourths: number;
}

/** Differences below this share of the values are what rounding left of equal ones. */
const ROUNDING = 1e-14;

export function centreValues(values: Float64Array): CentredValues {
  const mean = values.length === 0 ? 0 : exactSum(values) / values.length;
  const centred = values.map((value) => value - mean);
  const size = Math.abs(mean);
  if (centred.every((z) => Math.abs(z) <= ROUNDING * size)) {
    return { mean, centred: new Float64Array(values.length), squares: 0, fourths: 0 };
  }
  return {
    mean,
    centred,
    squares: exactSum(centred.map((z) => z * z)),
    fourths: exactSum(centred.map((z) => z * z * (z * z))),
  };
}
