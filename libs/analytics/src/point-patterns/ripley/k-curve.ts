import { radiusOf, tabulateRadii, type RadiusTable } from '../pairs/radius-table.js';
import type { SiteSubset } from '../pairs/site-subset.js';
import { visitWindowsWithin } from '../pairs/visit-windows.js';
import { circleShare } from './circle-share.js';
import type { EdgeCorrection } from './k-study.js';
import { distanceToEdge, type ObservationWindow } from './observation-window.js';

/** Weights are not larger than this, as in spatstat: a circle that barely meets the window says little. */
const LARGEST_WEIGHT = 100;

export interface KFrame {
  window: ObservationWindow;
  radii: Float64Array;
  correction: EdgeCorrection;
}

/** @returns one value for each radius; NaN where the correction does not give one */
export function kCurve(subset: SiteSubset, { window, radii, correction }: KFrame): Float64Array {
  const count = subset.counts.reduce((sum, points) => sum + points, 0);
  const table = tabulateRadii(radii);
  if (correction === 'border') return borderCurve(subset, { window, radii, table, count });
  const limit = largestRadius(window, correction);
  const sums = addPairs(subset, table, weightOf(subset, window, correction));
  const scale = window.area / (count * (count - 1));
  return sums.map((sum, i) => (count > 1 && radii[i]! < limit ? sum * scale : NaN));
}

/** Beyond it there may be circles that do not meet the window, or shifts that leave nothing of it. */
function largestRadius({ width, height }: ObservationWindow, correction: EdgeCorrection): number {
  if (correction === 'translation') return Math.min(width, height);
  return correction === 'isotropic' ? Math.hypot(width, height) / 2 : Infinity;
}

/** For a pair of places, in both directions together. */
type PairWeight = (a: number, b: number, squared: number) => number;

function weightOf(
  { xs, ys }: SiteSubset,
  window: ObservationWindow,
  correction: EdgeCorrection,
): PairWeight {
  if (correction === 'none') return () => 2;
  if (correction === 'translation') {
    const { area, width, height } = window;
    return (a, b) => {
      const common = (width - Math.abs(xs[a]! - xs[b]!)) * (height - Math.abs(ys[a]! - ys[b]!));
      return 2 * Math.min(area / common, LARGEST_WEIGHT);
    };
  }
  const edges = xs.map((x, i) => distanceToEdge(window, x, ys[i]!));
  const share = (i: number, radius: number) =>
    radius <= edges[i]! ? 1 : circleShare(window, xs[i]!, ys[i]!, radius);
  return (a, b, squared) => {
    const radius = Math.sqrt(squared);
    return (
      Math.min(1 / share(a, radius), LARGEST_WEIGHT) +
      Math.min(1 / share(b, radius), LARGEST_WEIGHT)
    );
  };
}

/** @returns the cumulated weights of ordered pairs within each radius */
function addPairs(subset: SiteSubset, table: RadiusTable, weigh: PairWeight): Float64Array {
  const { xs, ys, counts } = subset;
  const radii = table.squares.length - 1;
  const sums = new Float64Array(radii);
  for (let i = 0; i < counts.length; i++) sums[0]! += counts[i]! * (counts[i]! - 1);
  visitWindowsWithin(subset, {
    reach: Math.sqrt(table.squares[radii - 1]!),
    visit: (i, low, high) => {
      for (let j = low; j < high; j++) {
        const dx = xs[j]! - xs[i]!;
        const dy = ys[j]! - ys[i]!;
        const squared = dx * dx + dy * dy;
        const radius = radiusOf(squared, table);
        if (radius < radii) sums[radius]! += weigh(i, j, squared) * counts[i]! * counts[j]!;
      }
    },
  });
  for (let radius = 1; radius < radii; radius++) sums[radius]! += sums[radius - 1]!;
  return sums;
}

interface BorderFrame {
  window: ObservationWindow;
  radii: Float64Array;
  table: RadiusTable;
  count: number;
}

/** Only points whose circle lies in the window look around them. */
function borderCurve(
  subset: SiteSubset,
  { window, radii, table, count }: BorderFrame,
): Float64Array {
  const { xs, ys, counts } = subset;
  const ends = Uint32Array.from(xs, (x, i) => {
    const edge = distanceToEdge(window, x, ys[i]!);
    const end = radii.findIndex((radius) => radius >= edge);
    return end < 0 ? radii.length : end;
  });
  const lookers = new Float64Array(radii.length + 1); // steps, to be cumulated
  const neighbours = new Float64Array(radii.length + 1);
  const add = (i: number, radius: number, points: number) => {
    if (radius >= ends[i]!) return;
    neighbours[radius]! += points;
    neighbours[ends[i]!]! -= points;
  };
  for (let i = 0; i < counts.length; i++) {
    lookers[0]! += counts[i]!;
    lookers[ends[i]!]! -= counts[i]!;
    add(i, 0, counts[i]! * (counts[i]! - 1));
  }
  visitWindowsWithin(subset, {
    reach: radii[radii.length - 1]!,
    visit: (i, low, high) => {
      for (let j = low; j < high; j++) {
        const dx = xs[j]! - xs[i]!;
        const dy = ys[j]! - ys[i]!;
        const radius = radiusOf(dx * dx + dy * dy, table);
        add(i, radius, counts[i]! * counts[j]!);
        add(j, radius, counts[i]! * counts[j]!);
      }
    },
  });
  for (let radius = 1; radius < radii.length; radius++) {
    lookers[radius]! += lookers[radius - 1]!;
    neighbours[radius]! += neighbours[radius - 1]!;
  }
  return radii.map((_, radius) =>
    lookers[radius]! > 0 ? (neighbours[radius]! * window.area) / (lookers[radius]! * count) : NaN,
  );
}
