import { toNationalGrid } from '@cluster-atlas/geo';
import type { Position } from 'geojson';

/** Corners in degrees as x, y, x, y … in metres, EPSG:27700. */
export function projectRing(ring: readonly Position[]): Float64Array {
  const projected = new Float64Array(2 * ring.length);
  ring.forEach(([longitude, latitude], i) => {
    const { easting, northing } = toNationalGrid(longitude!, latitude!);
    projected[2 * i] = easting;
    projected[2 * i + 1] = northing;
  });
  return projected;
}

/** The area within rings of which each hole runs against its outer ring. */
export function ringsAreaKm2(rings: readonly Float64Array[]): number {
  return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0)) / 1e6;
}

/** Square metres, positive if it runs counter-clockwise. */
function signedArea(ring: Float64Array): number {
  const [originX, originY] = [ring[0]!, ring[1]!]; // near the ring, so that digits are not lost
  let sum = 0;
  for (let i = 2; i < ring.length; i += 2) {
    const [ax, ay] = [ring[i - 2]! - originX, ring[i - 1]! - originY];
    const [bx, by] = [ring[i]! - originX, ring[i + 1]! - originY];
    sum += ax * by - bx * ay;
  }
  return sum / 2;
}
