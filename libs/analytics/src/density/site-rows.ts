import { collapseSites, type WeightedPoints } from '../sites/collapse-sites.js';
import { rangeOf, rowOf } from '../sites/order-points.js';

/** Weighted sites by row and x, to look for those around a place. */
export interface SiteRows {
  xs: Float64Array;
  ys: Float64Array;
  weights: Float64Array;
  /** The site of each point. */
  siteOf: Uint32Array;
  lowest: number;
  rowHeight: number;
  /** rows + 1: the sites of row r are from `rowStarts[r]` up to, without, `rowStarts[r + 1]`. */
  rowStarts: Uint32Array;
}

/** @throws {RangeError} as `collapseSites` */
export function buildSiteRows(points: WeightedPoints, rowHeight: number): SiteRows {
  const { xs, ys, weights, starts, members } = collapseSites(points, rowHeight);
  const siteOf = new Uint32Array(members.length);
  for (let site = 0; site < xs.length; site++) {
    for (let i = starts[site]!; i < starts[site + 1]!; i++) siteOf[members[i]!] = site;
  }
  const { lowest, highest } = rangeOf(ys);
  const rows = xs.length === 0 ? 0 : rowOf(highest, { lowest, rowHeight }) + 1;
  const rowStarts = new Uint32Array(rows + 1);
  for (let site = 0; site < xs.length; site++) {
    rowStarts[rowOf(ys[site]!, { lowest, rowHeight }) + 1]!++;
  }
  for (let row = 0; row < rows; row++) rowStarts[row + 1]! += rowStarts[row]!;
  return { xs, ys, weights, siteOf, lowest, rowHeight, rowStarts };
}

/** The height of rows in which about so many sites lie: as if they were spread evenly. */
export function evenRowHeight({ xs, ys }: WeightedPoints, sitesPerRow: number): number {
  if (xs.length === 0) return 1;
  const { lowest, highest } = rangeOf(ys);
  const rows = Math.min(1 << 20, Math.max(1, Math.ceil(xs.length / sitesPerRow)));
  return highest > lowest ? (highest - lowest) / rows : 1;
}

/** The first site of x at least so much, from those of a row; `to` if there is none. */
export function firstFrom(xs: Float64Array, x: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (xs[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows of about a third of the reach, but not more than 2^20 of them. */
export function rowHeightFor(reach: number, { ys }: WeightedPoints): number {
  const { lowest, highest } = rangeOf(ys);
  const least = ys.length === 0 ? 0 : (highest - lowest) / (1 << 20);
  return Math.max(reach / 3, least);
}

/** Visits the sites within reach of a place, the reach included, by row, then x. */
export function sitesAround(
  { lowest, rowHeight, rowStarts, xs, ys }: SiteRows,
  { x, y, reach }: { x: number; y: number; reach: number },
  visit: (site: number, squaredDistance: number) => void,
): void {
  const squaredReach = reach * reach;
  const top = Math.min(rowStarts.length - 2, Math.floor((y + reach - lowest) / rowHeight) + 1);
  const bottom = Math.max(0, Math.floor((y - reach - lowest) / rowHeight) - 1);
  for (let row = bottom; row <= top; row++) {
    const to = rowStarts[row + 1]!;
    for (let site = firstFrom(xs, x - reach, rowStarts[row]!, to); site < to; site++) {
      const dx = xs[site]! - x;
      if (dx > reach) break;
      const dy = ys[site]! - y;
      const squared = dx * dx + dy * dy;
      if (squared <= squaredReach) visit(site, squared);
    }
  }
}
