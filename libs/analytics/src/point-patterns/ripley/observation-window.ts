/** The area in which points were looked for, in the unit of the points. */
export interface ObservationWindow {
  /** A ring of three corners or more that does not cross itself, in either direction. */
  xs: Float64Array;
  ys: Float64Array;
  /** The ring's box, if it is one with sides along the axes. */
  rectangle: Rectangle | null;
  area: number;
  /** Of the ring's box. */
  width: number;
  height: number;
}

export interface Rectangle {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** @throws {RangeError} if it has no area */
export function rectangularWindow({ x0, y0, x1, y1 }: Rectangle): ObservationWindow {
  if (!(x1 > x0 && y1 > y0 && x1 - x0 < Infinity && y1 - y0 < Infinity)) {
    throw new RangeError(`The window from ${x0}, ${y0} to ${x1}, ${y1} has no area`);
  }
  return {
    xs: Float64Array.of(x0, x1, x1, x0),
    ys: Float64Array.of(y0, y0, y1, y1),
    rectangle: { x0, y0, x1, y1 },
    area: (x1 - x0) * (y1 - y0),
    width: x1 - x0,
    height: y1 - y0,
  };
}

/**
 * @param corners of the ring; the last may repeat the first
 * @throws {RangeError} if there are fewer than three, or they enclose nothing
 */
export function polygonalWindow(corners: {
  xs: Float64Array;
  ys: Float64Array;
}): ObservationWindow {
  const last = corners.xs.length - 1;
  const isClosed = corners.xs[0] === corners.xs[last] && corners.ys[0] === corners.ys[last];
  const xs = corners.xs.slice(0, isClosed ? last : last + 1);
  const ys = corners.ys.slice(0, xs.length);
  let twice = 0;
  for (let i = 0, before = xs.length - 1; i < xs.length; before = i++) {
    twice += xs[before]! * ys[i]! - xs[i]! * ys[before]!;
  }
  const area = Math.abs(twice) / 2;
  if (xs.length < 3 || ys.length !== xs.length || !(area > 0 && area < Infinity)) {
    throw new RangeError(`A window of ${xs.length} corners encloses nothing`);
  }
  const extent = (values: Float64Array) => Math.max(...values) - Math.min(...values);
  return { xs, ys, rectangle: null, area, width: extent(xs), height: extent(ys) };
}

/** By the crossings of a ray to the right; on the edge it may be either. */
export function isInside({ xs, ys }: ObservationWindow, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, before = xs.length - 1; i < xs.length; before = i++) {
    if (ys[i]! > y === ys[before]! > y) continue;
    const share = (y - ys[i]!) / (ys[before]! - ys[i]!);
    if (x < xs[i]! + share * (xs[before]! - xs[i]!)) inside = !inside;
  }
  return inside;
}

export function distanceToEdge(
  { xs, ys, rectangle }: ObservationWindow,
  x: number,
  y: number,
): number {
  if (rectangle) {
    const { x0, y0, x1, y1 } = rectangle;
    return Math.min(Math.abs(x - x0), Math.abs(x1 - x), Math.abs(y - y0), Math.abs(y1 - y));
  }
  let nearest = Infinity;
  for (let i = 0, before = xs.length - 1; i < xs.length; before = i++) {
    const [fromX, fromY] = [xs[before]!, ys[before]!];
    const [dx, dy] = [xs[i]! - fromX, ys[i]! - fromY];
    const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(Math.max(along, 0), 1);
    nearest = Math.min(nearest, Math.hypot(x - fromX - share * dx, y - fromY - share * dy));
  }
  return nearest;
}
