import { trimFrame, type Raster, type RasterFrame } from './raster.js';

/** Standard deviations at which the kernel is cut. */
export const GAUSSIAN_CUT = 5;

/** The kernel's cells on one side of its centre, cut at 5 sigma. */
export function gaussianRadius(sigma: number, cell: number): number {
  return Math.ceil((GAUSSIAN_CUT * sigma) / cell);
}

/**
 * Convolves a raster with a gaussian that is cut at 5 sigma and renormalised.
 *
 * The standard deviations are those of the discrete kernel. Cost: cells times 10 sigma / cell for each
 * axis.
 *
 * @param sigma of x and y, in the unit of the frame
 * @param scale the margin, in cells, that the raster is wider than what comes back, at least
 * `gaussianRadius` of either sigma, and a factor of all values
 * @throws {RangeError} if the margin is smaller than the kernel
 */
export function smoothGaussian(
  raster: Raster,
  sigma: { x: number; y: number },
  { margin, factor }: { margin: number; factor: number },
): Raster {
  const inner = trimFrame(raster.frame, margin);
  const tapsX = tapsOf(sigma.x, inner.cell);
  const tapsY = tapsOf(sigma.y, inner.cell).map((tap) => tap * factor);
  if (Math.max(tapsX.length, tapsY.length) > margin + 1) {
    throw new RangeError(`A margin of ${margin} cells is too small for ${sigma.x}, ${sigma.y}`);
  }
  const below = margin - tapsY.length + 1; // rows that nothing reaches from
  const across = smoothRows(raster, inner, { taps: tapsX, margin, below });
  const values = new Float64Array(inner.columns * inner.rows);
  smoothColumns(across, values, { columns: inner.columns, taps: tapsY });
  return { frame: inner, values };
}

/** Half of the discrete kernel, from its centre outwards. */
function tapsOf(sigma: number, cell: number): Float64Array {
  const radius = gaussianRadius(sigma, cell);
  const taps = Float64Array.from({ length: radius + 1 }, (_, i) =>
    Math.exp(-((i * cell) ** 2) / (2 * sigma * sigma)),
  );
  let sum = taps[0]!;
  for (let i = 1; i <= radius; i++) sum += 2 * taps[i]!;
  return taps.map((tap) => tap / sum);
}

/**
 * The columns of the inner frame, and as many rows as the other pass reads. Four columns at a time,
 * so that each tap is read once for them.
 */
function smoothRows(
  { frame, values }: Raster,
  inner: RasterFrame,
  { taps, margin, below }: { taps: Float64Array; margin: number; below: number },
): Float64Array {
  const { columns } = inner;
  const rows = frame.rows - 2 * below;
  const across = new Float64Array(columns * rows);
  const radius = taps.length - 1;
  const wide = new Float64Array(columns + 2 * radius + 3);
  const smooth = new Float64Array(columns + 3);
  const middle = taps[0]!;
  for (let row = 0; row < rows; row++) {
    const start = (row + below) * frame.columns + margin - radius;
    wide.set(values.subarray(start, start + columns + 2 * radius));
    for (let column = 0; column < columns; column += 4) {
      const centre = column + radius;
      let a = middle * wide[centre]!;
      let b = middle * wide[centre + 1]!;
      let c = middle * wide[centre + 2]!;
      let d = middle * wide[centre + 3]!;
      for (let tap = 1; tap <= radius; tap++) {
        const share = taps[tap]!;
        const left = centre - tap;
        const right = centre + tap;
        a += share * (wide[left]! + wide[right]!);
        b += share * (wide[left + 1]! + wide[right + 1]!);
        c += share * (wide[left + 2]! + wide[right + 2]!);
        d += share * (wide[left + 3]! + wide[right + 3]!);
      }
      smooth[column] = a;
      smooth[column + 1] = b;
      smooth[column + 2] = c;
      smooth[column + 3] = d;
    }
    across.set(smooth.subarray(0, columns), row * columns);
  }
  return across;
}

/** Four taps at a time, so that each sum is read and written a fourth as often. */
function smoothColumns(
  from: Float64Array,
  to: Float64Array,
  { columns, taps }: { columns: number; taps: Float64Array },
): void {
  const radius = taps.length - 1;
  const sums = new Float64Array(columns);
  const share = new Float64Array(radius + 4);
  share.set(taps); // taps beyond the radius are 0, and are read in the row of the last one
  for (let start = 0; start < to.length; start += columns) {
    const centre = start + radius * columns;
    for (let column = 0; column < columns; column++) {
      sums[column] = taps[0]! * from[centre + column]!;
    }
    for (let tap = 1; tap <= radius; tap += 4) {
      const [p, q, r, s] = [share[tap]!, share[tap + 1]!, share[tap + 2]!, share[tap + 3]!];
      const a = tap * columns;
      const b = Math.min(radius, tap + 1) * columns;
      const c = Math.min(radius, tap + 2) * columns;
      const d = Math.min(radius, tap + 3) * columns;
      for (let at = centre, column = 0; column < columns; at++, column++) {
        sums[column]! +=
          p * (from[at - a]! + from[at + a]!) +
          q * (from[at - b]! + from[at + b]!) +
          (r * (from[at - c]! + from[at + c]!) + s * (from[at - d]! + from[at + d]!));
      }
    }
    to.set(sums, start);
  }
}
