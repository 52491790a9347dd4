import Delaunator from 'delaunator';

/** Distinct places on a plane. */
export interface Places {
  xs: Float64Array;
  ys: Float64Array;
}

/** Rings and lines of numbers of places. */
export interface AlphaShape {
  /** Around the triangles: outer ones counter-clockwise, holes clockwise. They may touch themselves. */
  rings: number[][];
  /** Edges of no triangle. */
  lines: [number, number][];
  /** Of no triangle or line. */
  points: number[];
}

/**
 * The triangles of the Delaunay triangulation whose circumscribed circle is no larger than alpha,
 * the edges no longer than alpha that no such triangle has, and the places that neither has.
 *
 * What is connected by steps of alpha is connected in the shape, for the triangulation has the
 * edges of a minimum spanning tree. O(n log n).
 *
 * Source: Edelsbrunner, Kirkpatrick and Seidel (1983), On the shape of a set of points in the
 * plane, IEEE Transactions on Information Theory 29, 551-559.
 *
 * @param alpha in the unit of the places; Infinity: the convex hull
 */
export function alphaShape({ xs, ys }: Places, alpha: number): AlphaShape {
  const coordinates = new Float64Array(2 * xs.length);
  for (let i = 0; i < xs.length; i++) {
    coordinates[2 * i] = xs[i]! - xs[0]!; // near 0 more bits are left for what is between places
    coordinates[2 * i + 1] = ys[i]! - ys[0]!;
  }
  const delaunay = new Delaunator(coordinates);
  const isKept = keepTriangles(delaunay, alpha);
  const rings = traceRings(delaunay, isKept);
  const lines = delaunay.triangles.length > 0 ? findLines(delaunay, isKept) : chain(delaunay.hull);
  const isLong = ([a, b]: [number, number]) =>
    (xs[a]! - xs[b]!) ** 2 + (ys[a]! - ys[b]!) ** 2 > alpha * alpha;
  const shortLines = lines.filter((line) => !isLong(line));
  return { rings, lines: shortLines, points: findPoints(delaunay, isKept, shortLines) };
}

type Delaunay = Delaunator<Float64Array>;

function keepTriangles({ coords, triangles }: Delaunay, alpha: number): Uint8Array {
  const isKept = new Uint8Array(triangles.length / 3);
  for (let i = 0; i < isKept.length; i++) {
    const [a, b, c] = [triangles[3 * i]!, triangles[3 * i + 1]!, triangles[3 * i + 2]!];
    const bx = coords[2 * b]! - coords[2 * a]!;
    const by = coords[2 * b + 1]! - coords[2 * a + 1]!;
    const cx = coords[2 * c]! - coords[2 * a]!;
    const cy = coords[2 * c + 1]! - coords[2 * a + 1]!;
    const doubleArea = Math.abs(bx * cy - by * cx);
    const squares = (bx * bx + by * by) * (cx * cx + cy * cy) * ((bx - cx) ** 2 + (by - cy) ** 2);
    // the radius is the product of the sides by four times the area
    if (doubleArea > 0 && squares <= (2 * doubleArea * alpha) ** 2) isKept[i] = 1;
  }
  return isKept;
}

const next = (edge: number) => (edge % 3 === 2 ? edge - 2 : edge + 1);

/** Turns at a place where triangles touch by a corner only to the same fan, so rings never cross. */
function traceRings({ triangles, halfedges }: Delaunay, isKept: Uint8Array): number[][] {
  const isInner = (edge: number) => edge >= 0 && isKept[Math.floor(edge / 3)] === 1;
  const isDone = new Uint8Array(triangles.length);
  const rings: number[][] = [];
  for (let start = 0; start < triangles.length; start++) {
    if (isDone[start] === 1 || !isInner(start) || isInner(halfedges[start]!)) continue;
    const ring: number[] = [];
    let edge = start;
    do {
      isDone[edge] = 1;
      ring.push(triangles[edge]!);
      edge = next(edge);
      while (isInner(halfedges[edge]!)) edge = next(halfedges[edge]!);
    } while (edge !== start);
    rings.push(ring.reverse()); // with y upwards, the library's triangles run clockwise
  }
  return rings;
}

/** The edges that have no triangle that is kept on either side. */
function findLines({ triangles, halfedges }: Delaunay, isKept: Uint8Array): [number, number][] {
  const lines: [number, number][] = [];
  for (let edge = 0; edge < triangles.length; edge++) {
    const twin = halfedges[edge]!;
    if (twin > edge || isKept[Math.floor(edge / 3)] === 1) continue;
    if (twin >= 0 && isKept[Math.floor(twin / 3)] === 1) continue;
    lines.push([triangles[edge]!, triangles[next(edge)]!]);
  }
  return lines;
}

/** Of places on a line, from one end to the other. */
function chain(places: Uint32Array): [number, number][] {
  return Array.from(places.subarray(1), (place, i) => [places[i]!, place]);
}

function findPoints(
  { coords, triangles }: Delaunay,
  isKept: Uint8Array,
  lines: readonly [number, number][],
): number[] {
  const isTaken = new Uint8Array(coords.length / 2);
  for (let i = 0; i < triangles.length; i++) {
    if (isKept[Math.floor(i / 3)] === 1) isTaken[triangles[i]!] = 1;
  }
  for (const [a, b] of lines) isTaken[a] = isTaken[b] = 1;
  return Array.from(isTaken.keys()).filter((place) => isTaken[place] === 0);
}
