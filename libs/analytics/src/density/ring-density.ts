export interface DensityPoints {
  /** n metres from the centre, ascending. */
  distances: Float64Array;
  /** n weights such as jobs, NaN where not stated; null: only count. */
  weights: Float64Array | null;
  /** n, 1 at the points that count; null: all do. */
  included: Uint8Array | null;
}

/** What lies in an area; a weight is null where no point in it states one. */
export interface Density {
  areaKm2: number;
  count: number;
  countPerKm2: number;
  /** Points that state a weight: the others add nothing to `weight`. */
  stated: number;
  weight: number | null;
  weightPerKm2: number | null;
}

/** From the centre to the radius, in metres. */
export interface DiscDensity extends Density {
  radius: number;
}

/** Metres; beyond `inner`, and up to `outer`. */
export interface AnnulusDensity extends Density {
  inner: number;
  outer: number;
}

export interface RingDensity {
  /** One for each radius. */
  discs: DiscDensity[];
  /** One for each radius: up to it from the one before, the first from the centre. */
  annuli: AnnulusDensity[];
}

interface Tally {
  count: number;
  stated: number;
  weight: number;
}

/**
 * Counts and weights per square kilometre around a centre, in full discs and in the annuli between
 * them. A point at a radius lies within it; discs are not clipped to coasts or borders.
 *
 * Weights are added from the nearest point outwards, so the answer depends on the points' order
 * only.
 *
 * @param radii metres, ascending
 * @throws {RangeError} if the radii are not positive and ascending, or the arrays differ in length
 */
export function ringDensity(points: DensityPoints, radii: readonly number[]): RingDensity {
  check(points, radii);
  const discs: DiscDensity[] = [];
  const annuli: AnnulusDensity[] = [];
  const disc = { count: 0, stated: 0, weight: 0 };
  let from = 0;
  let inner = 0;
  for (const outer of radii) {
    const annulus = { count: 0, stated: 0, weight: 0 };
    while (from < points.distances.length && points.distances[from]! <= outer) {
      tally(points, from, disc);
      tally(points, from, annulus);
      from++;
    }
    discs.push({ radius: outer, ...density(disc, circleKm2(outer)) });
    const areaKm2 = circleKm2(outer) - circleKm2(inner);
    annuli.push({ inner, outer, ...density(annulus, areaKm2) });
    inner = outer;
  }
  return { discs, annuli };
}

function check({ distances, weights, included }: DensityPoints, radii: readonly number[]): void {
  for (const other of [weights, included]) {
    if (other && other.length !== distances.length) {
      throw new RangeError(`${distances.length} distances, but ${other.length} in another array`);
    }
  }
  if (!radii.every((radius, i) => radius > (radii[i - 1] ?? 0) && radius < Infinity)) {
    throw new RangeError(`Radii ${radii.join(', ')} are not positive and ascending`);
  }
}

function tally({ weights, included }: DensityPoints, point: number, sum: Tally): void {
  if (included && included[point] !== 1) return;
  sum.count++;
  const weight = weights ? weights[point]! : NaN;
  if (Number.isNaN(weight)) return;
  sum.stated++;
  sum.weight += weight;
}

function density(sum: Tally, areaKm2: number): Density {
  const weight = sum.stated > 0 ? sum.weight : null;
  return {
    areaKm2,
    count: sum.count,
    countPerKm2: sum.count / areaKm2,
    stated: sum.stated,
    weight,
    weightPerKm2: weight === null ? null : weight / areaKm2,
  };
}

/** @param radius metres */
export function circleKm2(radius: number): number {
  return (Math.PI * radius * radius) / 1e6;
}
