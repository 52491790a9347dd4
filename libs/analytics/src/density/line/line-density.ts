/** Numbers on a line, such as sizes or ages. */
export interface WeightedValues {
  values: Float64Array;
  /** null: each weighs 1. */
  weights: Float64Array | null;
}

/** Ascending, with weights above 0 in the same order. */
export interface SortedValues {
  values: Float64Array;
  weights: Float64Array;
  /** The sum of the weights. */
  total: number;
}

interface Shape {
  /** The radius h by the standard deviation; the gaussian's own h is that. */
  radiusPerSigma: number;
  /** K(0) h. */
  height: number;
  /** Multiples of h beyond which nothing is added. */
  reach: number;
  /** K(d) / K(0), of d / h from 0 up to the reach. */
  profile: (ratio: number) => number;
}

/** The same shapes as in the plane have other radii on a line. */
const SHAPES = {
  gaussian: {
    radiusPerSigma: 1,
    height: 1 / Math.sqrt(2 * Math.PI),
    reach: 8.5,
    profile: (ratio) => Math.exp((-ratio * ratio) / 2),
  },
  quartic: {
    radiusPerSigma: Math.sqrt(7),
    height: 15 / 16,
    reach: 1,
    profile: (ratio) => (1 - ratio * ratio) ** 2,
  },
  epanechnikov: {
    radiusPerSigma: Math.sqrt(5),
    height: 3 / 4,
    reach: 1,
    profile: (ratio) => 1 - ratio * ratio,
  },
  cone: {
    radiusPerSigma: Math.sqrt(6),
    height: 1,
    reach: 1,
    profile: (ratio) => 1 - ratio,
  },
  uniform: { radiusPerSigma: Math.sqrt(3), height: 1 / 2, reach: 1, profile: () => 1 },
} as const satisfies Record<string, Shape>;

export type LineKernel = keyof typeof SHAPES;

export const LINE_KERNELS = Object.keys(SHAPES) as readonly LineKernel[];

/**
 * The kernel density of numbers at given places, exactly: a probability, whose integral is 1.
 *
 * Values add up in ascending order, so theirs does not matter. Cost: places times the values within
 * reach.
 *
 * Source: Silverman (1986), Density Estimation, eq. 2.2a and table 3.1.
 *
 * @param sigma the standard deviation of the kernel, as R's `bw`
 * @returns one for each place, per unit of the values
 * @throws {RangeError} if sigma is not positive, or as `sortValues`
 */
export function lineDensity(
  numbers: WeightedValues,
  places: Float64Array,
  { kernel, sigma }: { kernel: LineKernel; sigma: number },
): Float64Array {
  if (!(sigma > 0 && sigma < Infinity)) {
    throw new RangeError(`The bandwidth is ${sigma}, not a positive number`);
  }
  const { radiusPerSigma, height, reach, profile }: Shape = SHAPES[kernel];
  const { values, weights, total } = sortValues(numbers);
  const radius = radiusPerSigma * sigma;
  return places.map((place) => {
    let sum = 0;
    for (let i = firstFrom(values, place - reach * radius); i < values.length; i++) {
      const ratio = Math.abs(values[i]! - place) / radius;
      if (ratio <= reach) sum += weights[i]! * profile(ratio);
      else if (values[i]! > place) break;
    }
    return (sum * height) / (radius * total);
  });
}

/**
 * Ascending, equal ones with the lighter first, without those of no weight.
 *
 * @throws {RangeError} if the arrays differ in length, a value is not finite, a weight negative or
 * not finite, or all weights together are 0
 */
export function sortValues({ values, weights }: WeightedValues): SortedValues {
  if (weights && weights.length !== values.length) {
    throw new RangeError(`${values.length} values, but ${weights.length} weights`);
  }
  const weightOf = (i: number) => (weights ? weights[i]! : 1);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!) || !(weightOf(i) >= 0 && weightOf(i) < Infinity)) {
      throw new RangeError(`Value ${i} is ${values[i]}, of weight ${weightOf(i)}`);
    }
  }
  const order = Array.from(values.keys())
    .filter((i) => weightOf(i) > 0)
    .sort((a, b) => values[a]! - values[b]! || weightOf(a) - weightOf(b));
  const sorted = Float64Array.from(order, weightOf);
  const total = sorted.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('There are no values that weigh anything');
  return { values: Float64Array.from(order, (i) => values[i]!), weights: sorted, total };
}

function firstFrom(values: Float64Array, least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
