import { kernelMassWithin, type SizedKernel } from './kernels.js';
import { normalBelow } from './normal-distribution.js';
import { cellCentres, type Box, type Raster, type RasterFrame } from './raster.js';

/** Nodes and weights of Gauss and Legendre's rule with 16 points on -1..1, the positive half. */
const NODES = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096],
] as const;

/**
 * The share of a kernel at a place that lies within a rectangle, exactly (to 1e-6): what an edge
 * correction divides by. 0 for a place outside.
 *
 * The gaussian's is a product of normal distributions. Another's is the integral of its mass within
 * the distance to the border over all directions, taken along the sides.
 *
 * Source: Diggle (1985), A kernel method for smoothing point process data, Applied Statistics 34(2),
 * 138-147, eq. 2.
 */
export function massInBox(kernel: SizedKernel, box: Box, x: number, y: number): number {
  const { west, south, east, north } = box;
  if (!(x >= west && x <= east && y >= south && y <= north)) return 0;
  if (kernel.kernel === 'gaussian') {
    return along(kernel.sigma, west - x, east - x) * along(kernel.sigma, south - y, north - y);
  }
  const [left, right, down, up] = [x - west, east - x, y - south, north - y];
  if (Math.min(left, right, down, up) >= kernel.reach) return 1;
  return (
    besideSide(kernel, left, down) +
    besideSide(kernel, left, up) +
    besideSide(kernel, right, down) +
    besideSide(kernel, right, up) +
    besideSide(kernel, down, left) +
    besideSide(kernel, down, right) +
    besideSide(kernel, up, left) +
    besideSide(kernel, up, right)
  );
}

/** `massInBox` at the centre of each cell of a raster. */
export function massInBoxRaster(frame: RasterFrame, box: Box, kernel: SizedKernel): Raster {
  const xs = cellCentres(frame.west, frame.cell, frame.columns);
  const ys = cellCentres(frame.south, frame.cell, frame.rows);
  const values = new Float64Array(frame.columns * frame.rows);
  const isGaussian = kernel.kernel === 'gaussian';
  const across = xs.map((x) => within(kernel.sigma, x, [box.west, box.east]));
  for (let row = 0; row < frame.rows; row++) {
    const y = ys[row]!;
    const up = within(kernel.sigma, y, [box.south, box.north]);
    for (let column = 0; column < frame.columns; column++) {
      values[row * frame.columns + column] = isGaussian
        ? across[column]! * up
        : massInBox(kernel, box, xs[column]!, y);
    }
  }
  return { frame, values };
}

function within(sigma: number, value: number, [from, to]: readonly [number, number]): number {
  return value >= from && value <= to ? along(sigma, from - value, to - value) : 0;
}

function along(sigma: number, from: number, to: number): number {
  return normalBelow(to / sigma) - normalBelow(from / sigma);
}

/**
 * The mass towards half a side, from the foot of the perpendicular to a corner: the integral of
 * M(r) / 2 pi over the angle, which is distance / r^2 along the side.
 *
 * @param distance to the side
 * @param length to the corner, along the side
 */
function besideSide(kernel: SizedKernel, distance: number, length: number): number {
  if (distance === 0) return 0;
  const { reach } = kernel;
  const chord = distance < reach ? Math.sqrt(reach * reach - distance * distance) : 0;
  const far = Math.min(length, chord);
  const full = Math.atan2(length, distance) - Math.atan2(far, distance);
  const pieces = Math.ceil(far / kernel.radius);
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++) {
    sum += integrate(kernel, distance, [(far * piece) / pieces, (far * (piece + 1)) / pieces]);
  }
  return (full + sum) / (2 * Math.PI);
}

function integrate(
  { kernel, radius }: SizedKernel,
  distance: number,
  [from, to]: readonly [number, number],
): number {
  const half = (to - from) / 2;
  const middle = from + half;
  const at = (along: number) => {
    const squared = distance * distance + along * along;
    return (kernelMassWithin(kernel, Math.sqrt(squared) / radius) * distance) / squared;
  };
  let sum = 0;
  for (const [node, weight] of NODES) {
    sum += weight * (at(middle - half * node) + at(middle + half * node));
  }
  return half * sum;
}
