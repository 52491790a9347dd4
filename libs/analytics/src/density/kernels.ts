/** The shapes of a kernel, each a probability density over the plane. */
export type Kernel =
  | 'gaussian'
  | 'quartic'
  | 'epanechnikov'
  | 'triweight'
  | 'cone'
  | 'uniform'
  | 'cosine'
  | 'exponential';

interface Shape {
  /**
   * The radius h by the standard deviation of either coordinate. The gaussian's own h is its
   * standard deviation, the exponential's its length of decay; both have weight beyond it.
   */
  radiusPerSigma: number;
  /** K(0) h^2. */
  height: number;
  /** Multiples of h beyond which nothing is added: below 1e-15 of K(0), or 0. */
  reach: number;
  /** K(d) / K(0) = (1 - (d / h)^2)^power; null: it is not such a polynomial. */
  power: number | null;
}

const QUARTER = Math.PI / 2;
/** Integrals of t cos(pi t / 2) and t^3 cos(pi t / 2) over 0..1. */
const COSINE_MASS = 1 / QUARTER - 1 / QUARTER ** 2;
const COSINE_SQUARE = 1 / QUARTER - 6 / QUARTER ** 3 + 6 / QUARTER ** 4;

const SHAPES: Record<Kernel, Shape> = {
  gaussian: { radiusPerSigma: 1, height: 1 / (2 * Math.PI), reach: 8.5, power: null },
  quartic: { radiusPerSigma: Math.sqrt(8), height: 3 / Math.PI, reach: 1, power: 2 },
  epanechnikov: { radiusPerSigma: Math.sqrt(6), height: 2 / Math.PI, reach: 1, power: 1 },
  triweight: { radiusPerSigma: Math.sqrt(10), height: 4 / Math.PI, reach: 1, power: 3 },
  cone: { radiusPerSigma: Math.sqrt(20 / 3), height: 3 / Math.PI, reach: 1, power: null },
  uniform: { radiusPerSigma: 2, height: 1 / Math.PI, reach: 1, power: 0 },
  cosine: {
    radiusPerSigma: Math.sqrt((2 * COSINE_MASS) / COSINE_SQUARE),
    height: 1 / (2 * Math.PI * COSINE_MASS),
    reach: 1,
    power: null,
  },
  exponential: {
    radiusPerSigma: 1 / Math.sqrt(3),
    height: 1 / (2 * Math.PI),
    reach: 35,
    power: null,
  },
};

export const KERNELS = Object.keys(SHAPES) as readonly Kernel[];

/** A kernel of one size: K(d) = height (profile of (d / radius)^2), 0 beyond `reach`. */
export interface SizedKernel {
  kernel: Kernel;
  /** Standard deviation of either coordinate, the same for every shape that smooths as much. */
  sigma: number;
  /** h, in the unit of sigma. */
  radius: number;
  reach: number;
  /** K(0), per square of the unit. */
  height: number;
  power: number | null;
}

/**
 * A kernel by its standard deviation: kernels of different shapes are comparable at the same sigma.
 *
 * Source: Silverman (1986), Density Estimation, 4.2.1; Wand and Jones (1995), Kernel Smoothing, 2.7.
 *
 * @param sigma of either coordinate
 * @throws {RangeError} if sigma is not positive
 */
export function sizeKernel(kernel: Kernel, sigma: number): SizedKernel {
  const { radiusPerSigma, height, reach, power } = SHAPES[kernel];
  const radius = radiusPerSigma * sigma;
  const square = radius * radius; // must not vanish nor overflow
  if (!(sigma > 0 && 1 / square < Infinity && square < Infinity)) {
    throw new RangeError(`The bandwidth is ${sigma}, not a positive number to work with`);
  }
  return {
    kernel,
    sigma,
    radius,
    reach: reach * radius,
    height: height / square,
    power,
  };
}

/** The bandwidth sigma of a kernel whose radius h is given. */
export function sigmaOfRadius(kernel: Kernel, radius: number): number {
  return radius / SHAPES[kernel].radiusPerSigma;
}

/**
 * K(d) / K(0).
 *
 * @param squared (d / h)^2, within the kernel's reach
 */
export function kernelProfile(kernel: Kernel, squared: number): number {
  switch (kernel) {
    case 'gaussian':
      return Math.exp(-squared / 2);
    case 'quartic':
      return (1 - squared) * (1 - squared);
    case 'epanechnikov':
      return 1 - squared;
    case 'triweight':
      return (1 - squared) * (1 - squared) * (1 - squared);
    case 'cone':
      return 1 - Math.sqrt(squared);
    case 'uniform':
      return 1;
    case 'cosine':
      return Math.cos(QUARTER * Math.sqrt(squared));
    case 'exponential':
      return Math.exp(-Math.sqrt(squared));
  }
}

/**
 * The share of a kernel that lies within a distance of its centre.
 *
 * @param ratio d / h, of at least 0
 */
export function kernelMassWithin(kernel: Kernel, ratio: number): number {
  const { power, reach } = SHAPES[kernel];
  if (ratio >= reach) return 1;
  if (power !== null) return 1 - (1 - ratio * ratio) ** (power + 1);
  switch (kernel) {
    case 'cone':
      return ratio * ratio * (3 - 2 * ratio);
    case 'cosine':
      return (
        ((ratio * Math.sin(QUARTER * ratio)) / QUARTER -
          (1 - Math.cos(QUARTER * ratio)) / QUARTER ** 2) /
        COSINE_MASS
      );
    case 'exponential':
      return 1 - (1 + ratio) * Math.exp(-ratio);
    default:
      return -Math.expm1((-ratio * ratio) / 2);
  }
}
