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
 * The columns of the inner frame, and as many rows as the other pass reads. Four columns at a time:
 * from one tap to the next, only one value on either side is new to them.
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
  for (let row = 0; row < rows; row++) {
    const start = (row + below) * frame.columns + margin - radius;
    wide.set(values.subarray(start, start + columns + 2 * radius));
    for (let column = 0; column < columns; column += 4) {
      smoothFour(wide, smooth, { taps, centre: column + radius, at: column, step: 1 });
    }
    across.set(smooth.subarray(0, columns), row * columns);
  }
  return across;
}

/** Four rows at a time, for the same reason. */
function smoothColumns(
  from: Float64Array,
  to: Float64Array,
  { columns, taps }: { columns: number; taps: Float64Array },
): void {
  const radius = taps.length - 1;
  const rows = to.length / columns;
  const wide = new Float64Array((2 * radius + 4) * columns);
  const smooth = new Float64Array(4 * columns);
  for (let row = 0; row < rows; row += 4) {
    const count = Math.min(4, rows - row);
    wide.set(from.subarray(row * columns, (row + count + 2 * radius) * columns));
    for (let column = 0; column < columns; column++) {
      const centre = radius * columns + column;
      smoothFour(wide, smooth, { taps, centre, at: column, step: columns });
    }
    to.set(smooth.subarray(0, count * columns), row * columns);
  }
}

/** Smooths the value at `centre` and the three after it, all `step` apart. */
function smoothFour(
  from: Float64Array,
  to: Float64Array,
  { taps, centre, at, step }: { taps: Float64Array; centre: number; at: number; step: number },
): void {
  let l0 = from[centre]!;
  let l1 = from[centre + step]!;
  let l2 = from[centre + 2 * step]!;
  let l3 = from[centre + 3 * step]!;
  let r0 = l0;
  let r1 = l1;
  let r2 = l2;
  let r3 = l3;
  const middle = taps[0]!;
  let a = middle * l0;
  let b = middle * l1;
  let c = middle * l2;
  let d = middle * l3;
  let left = centre;
  let right = centre + 3 * step;
  for (let tap = 1; tap < taps.length; tap++) {
    left -= step;
    right += step;
    l3 = l2;
    l2 = l1;
    l1 = l0;
    l0 = from[left]!;
    r0 = r1;
    r1 = r2;
    r2 = r3;
    r3 = from[right]!;
    const share = taps[tap]!;
    a += share * (l0 + r0);
    b += share * (l1 + r1);
    c += share * (l2 + r2);
    d += share * (l3 + r3);
  }
  to[at] = a;
  to[at + step] = b;
  to[at + 2 * step] = c;
  to[at + 3 * step] = d;
}
