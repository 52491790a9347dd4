import type { WeightedPoints } from '../sites/collapse-sites.js';
import type { Places } from './kernel-density-at.js';
import { PER_KM2 } from './kernel-density-at.js';
import {
  buildSiteRows,
  evenRowHeight,
  firstFrom,
  sitesAround,
  type SiteRows,
} from './site-rows.js';

export interface NearestDensityOptions {
  /** The weight that the disc around a place has to hold; above 0. */
  k: number;
  /** Metres that its radius is at least. Default 0. */
  minScale?: number;
}

export interface NearestDensity {
  /** Per square kilometre; null where the radius is 0 or all points together weigh less than k. */
  densities: (number | null)[];
  /** Metres; null where all points together weigh less than k. */
  radii: (number | null)[];
}

const SITES_PER_ROW = 64;

/**
 * The density in the smallest disc around each place that holds a weight of k: all weight in it,
 * that at its edge included, by its area. A disc smaller than minScale grows to it.
 *
 * A weight of w counts as w points, and a point at the place itself is in the disc. Cost: each place
 * looks at about k sites where they lie evenly.
 *
 * Source: Loftsgaarden and Quesenberry (1965), A nonparametric estimate of a multivariate density
 * function, Annals of Mathematical Statistics 36(3), 1049-1051.
 *
 * @throws {RangeError} if k is not positive or minScale negative, or as `collapseSites`
 */
export function nearestDensity(
  points: WeightedPoints,
  places: Places,
  { k, minScale = 0 }: NearestDensityOptions,
): NearestDensity {
  if (!(k > 0 && k < Infinity)) throw new RangeError(`k is ${k}, not a positive number`);
  if (!(minScale >= 0 && minScale < Infinity)) {
    throw new RangeError(`minScale is ${minScale}, not a number of at least 0`);
  }
  const rows = buildSiteRows(points, evenRowHeight(points, SITES_PER_ROW));
  const densities: (number | null)[] = [];
  const radii: (number | null)[] = [];
  const nearest = new NearestWeights(k);
  for (let i = 0; i < places.xs.length; i++) {
    const [x, y] = [places.xs[i]!, places.ys[i]!];
    search(rows, nearest, { x, y });
    if (!nearest.isFull) {
      densities.push(null);
      radii.push(null);
      continue;
    }
    const own = Math.sqrt(nearest.squaredReach);
    const radius = Math.max(own, minScale);
    const weight = own < minScale ? weightWithin(rows, { x, y, reach: minScale }) : nearest.weight;
    radii.push(radius);
    densities.push(radius > 0 ? (PER_KM2 * weight) / (Math.PI * radius * radius) : null);
  }
  return { densities, radii };
}

/** The nearest sites seen so far: no more than it takes to weigh k, and those as far as the last. */
class NearestWeights {
  private readonly squares: number[] = [];
  private readonly weights: number[] = [];
  weight = 0;

  constructor(private readonly k: number) {}

  get isFull(): boolean {
    return this.weight >= this.k;
  }

  /** Square of the distance beyond which a site does not matter. */
  get squaredReach(): number {
    return this.isFull ? this.squares.at(-1)! : Infinity;
  }

  clear(): void {
    this.squares.length = 0;
    this.weights.length = 0;
    this.weight = 0;
  }

  add(squared: number, weight: number): void {
    if (squared > this.squaredReach || weight === 0) return;
    let at = this.squares.length;
    while (at > 0 && this.squares[at - 1]! > squared) at--;
    this.squares.splice(at, 0, squared);
    this.weights.splice(at, 0, weight);
    this.trim();
  }

  private trim(): void {
    let sum = 0;
    let end = 0;
    while (end < this.squares.length && sum < this.k) sum += this.weights[end++]!;
    const edge = this.squares[end - 1]!;
    while (end < this.squares.length && this.squares[end] === edge) sum += this.weights[end++]!;
    this.squares.length = end;
    this.weights.length = end;
    this.weight = sum;
  }
}

/** Row by row away from the place, while one may hold a site that is near enough. */
function search(rows: SiteRows, nearest: NearestWeights, { x, y }: { x: number; y: number }): void {
  nearest.clear();
  const { lowest, rowHeight, rowStarts } = rows;
  const last = rowStarts.length - 2;
  const own = Math.min(last, Math.max(0, Math.floor((y - lowest) / rowHeight)));
  for (let below = own, above = own + 1; below >= 0 || above <= last;) {
    const down = below >= 0 ? Math.max(0, y - (lowest + (below + 1) * rowHeight)) : Infinity;
    const up = above <= last ? Math.max(0, lowest + above * rowHeight - y) : Infinity;
    const gap = Math.min(down, up) - rowHeight * 1e-6; // a site may be rounded into the row beside
    if (gap > 0 && gap * gap > nearest.squaredReach) return;
    searchRow(rows, down <= up ? below-- : above++, { nearest, x, y });
  }
}

function searchRow(
  { xs, ys, weights, rowStarts }: SiteRows,
  row: number,
  { nearest, x, y }: { nearest: NearestWeights; x: number; y: number },
): void {
  const [from, to] = [rowStarts[row]!, rowStarts[row + 1]!];
  const middle = firstFrom(xs, x, from, to);
  for (let i = middle; i < to; i++) {
    const dx = xs[i]! - x;
    if (dx * dx > nearest.squaredReach) break;
    nearest.add(dx * dx + (ys[i]! - y) ** 2, weights[i]!);
  }
  for (let i = middle - 1; i >= from; i--) {
    const dx = xs[i]! - x;
    if (dx * dx > nearest.squaredReach) break;
    nearest.add(dx * dx + (ys[i]! - y) ** 2, weights[i]!);
  }
}

function weightWithin(rows: SiteRows, disc: { x: number; y: number; reach: number }): number {
  let sum = 0;
  sitesAround(rows, disc, (site) => {
    sum += rows.weights[site]!;
  });
  return sum;
}
