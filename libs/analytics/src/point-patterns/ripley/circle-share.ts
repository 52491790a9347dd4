import { isInside, type ObservationWindow, type Rectangle } from './observation-window.js';

const FULL_CIRCLE = 2 * Math.PI;
/** Of a side: crossings that rounding puts beyond its corner; one too many only divides an arc. */
const SLACK = 1e-6;
/** Of an arc: not the middle, at which it touches the ring where both are symmetrical. */
const PROBE = 0.382;

/**
 * The share of a circle's circumference that lies in the window.
 *
 * Source: Ripley (1977), Modelling spatial patterns, Journal of the Royal Statistical Society B 39,
 * 172-212, the isotropic edge correction; the rectangle: Goreaud and Pélissier (1999), On explicit
 * formulas of edge effect correction for Ripley's K-function, Journal of Vegetation Science 10, 433-438.
 *
 * @param x of the centre, which lies in the window
 */
export function circleShare(
  window: ObservationWindow,
  x: number,
  y: number,
  radius: number,
): number {
  return window.rectangle
    ? shareInRectangle(window.rectangle, x, y, radius)
    : shareInPolygon(window, x, y, radius);
}

/** Each side cuts off an arc around its direction; arcs of adjacent sides may overlap. */
function shareInRectangle(
  { x0, y0, x1, y1 }: Rectangle,
  x: number,
  y: number,
  radius: number,
): number {
  const left = halfArc(x - x0, radius);
  const right = halfArc(x1 - x, radius);
  const below = halfArc(y - y0, radius);
  const above = halfArc(y1 - y, radius);
  const overlaps =
    overlap(left, below) + overlap(left, above) + overlap(right, below) + overlap(right, above);
  return 1 - (2 * (left + right + below + above) - overlaps) / FULL_CIRCLE;
}

function halfArc(distance: number, radius: number): number {
  return distance < radius ? Math.acos(Math.max(distance, 0) / radius) : 0;
}

function overlap(a: number, b: number): number {
  return Math.max(a + b - Math.PI / 2, 0);
}

/** Between two crossings of the ring an arc is either in or out, as any point of it is. */
function shareInPolygon(window: ObservationWindow, x: number, y: number, radius: number): number {
  const angles = crossings(window, x, y, radius).sort((a, b) => a - b);
  if (angles.length === 0) return Math.hypot(window.xs[0]! - x, window.ys[0]! - y) < radius ? 0 : 1;
  let inside = 0;
  for (let i = 0; i < angles.length; i++) {
    const next = i + 1 < angles.length ? angles[i + 1]! : angles[0]! + FULL_CIRCLE;
    const arc = next - angles[i]!;
    const within = angles[i]! + PROBE * arc;
    const isIn = isInside(window, x + radius * Math.cos(within), y + radius * Math.sin(within));
    if (arc > 0 && isIn) inside += arc;
  }
  return inside / FULL_CIRCLE;
}

/** The directions, in radians, in which the circle meets the ring. */
function crossings({ xs, ys }: ObservationWindow, x: number, y: number, radius: number): number[] {
  const angles: number[] = [];
  for (let i = 0, before = xs.length - 1; i < xs.length; before = i++) {
    const [fromX, fromY] = [xs[before]! - x, ys[before]! - y];
    const [dx, dy] = [xs[i]! - xs[before]!, ys[i]! - ys[before]!];
    const squared = dx * dx + dy * dy;
    const half = fromX * dx + fromY * dy;
    const discriminant = half * half - squared * (fromX * fromX + fromY * fromY - radius * radius);
    if (!(discriminant > 0)) continue;
    for (const root of [-Math.sqrt(discriminant), Math.sqrt(discriminant)]) {
      const share = (root - half) / squared;
      if (share < -SLACK || share > 1 + SLACK) continue;
      angles.push(Math.atan2(fromY + share * dy, fromX + share * dx));
    }
  }
  return angles;
}
