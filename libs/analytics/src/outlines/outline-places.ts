import { collapseSites, ONE_ROW } from '../sites/collapse-sites.js';
import { alphaShape, type Places } from './alpha-shape.js';
import { bufferShape } from './buffer-shape.js';
import type { Polygon } from './polygon.js';
import { hullArea, ringArea, ringLength } from './ring-measures.js';

export interface Outline {
  polygons: Polygon[];
  areaKm2: number;
  /** Metres, holes included. */
  perimeter: number;
  /** 4 pi area / perimeter^2: 1 for a circle. */
  compactness: number;
  /** Of the area by that of the convex hull. */
  hullRatio: number;
}

export interface OutlineOptions {
  /** Metres: how far apart places may be and still have what is between them in the outline. */
  alpha: number;
  /** Metres around. */
  buffer: number;
}

/**
 * The outline of places: their alpha shape with a buffer around. Every place lies in it, and its
 * rings do not cross. It does not depend on the order of the places.
 *
 * The area depends on alpha and the buffer as much as on the places. O(n log n).
 *
 * @param places metres, at least one
 * @throws {RangeError} if there are no places, a coordinate is not finite, alpha or the buffer is
 * not positive, or the buffer is infinite
 */
export function outlinePlaces({ xs, ys }: Places, { alpha, buffer }: OutlineOptions): Outline {
  if (xs.length === 0) throw new RangeError('No places have an outline');
  if (!(alpha > 0)) throw new RangeError(`alpha is ${alpha}, not a positive number`);
  if (!(buffer > 0 && buffer < Infinity)) {
    throw new RangeError(`buffer is ${buffer}, not a positive number`);
  }
  const sites = collapseSites({ xs, ys, weights: null }, ONE_ROW);
  const polygons = bufferShape(sites, alphaShape(sites, alpha), buffer);
  const rings = polygons.flat();
  const area = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
  const perimeter = rings.reduce((sum, ring) => sum + ringLength(ring), 0);
  return {
    polygons,
    areaKm2: area / 1e6,
    perimeter,
    compactness: (4 * Math.PI * area) / perimeter ** 2,
    hullRatio: area / hullArea(rings.flat()),
  };
}
