/** Standard deviations beyond which the kernel is nothing: exp(-18) is 1.5e-8. */
export const KERNEL_REACH = 6;

/**
 * The kernel density of distances, reflected at 0: what would fall below it is added above.
 *
 * The kernel is Gaussian, cut at six bandwidths.
 *
 * @param masses of distances that are whole multiples of the bin width
 * @param total by which the masses are divided
 * @returns for each radius, per unit of distance
 */
export function smoothDistances(
  { masses, binWidth, total }: { masses: Float64Array; binWidth: number; total: number },
  bandwidth: number,
  radii: ArrayLike<number>,
): Float64Array {
  const reach = KERNEL_REACH * bandwidth;
  const scale = total * bandwidth * Math.sqrt(2 * Math.PI);
  return Float64Array.from(radii, (radius) => {
    const from = Math.max(Math.ceil((radius - reach) / binWidth), 0);
    const to = Math.min(Math.floor((radius + reach) / binWidth), masses.length - 1);
    let sum = 0;
    for (let bin = from; bin <= to; bin++) {
      if (masses[bin] === 0) continue;
      sum += masses[bin]! * kernel((bin * binWidth - radius) / bandwidth);
    }
    const reflected = Math.min(Math.floor((reach - radius) / binWidth), masses.length - 1);
    for (let bin = 0; bin <= reflected; bin++) {
      if (masses[bin] === 0) continue;
      sum += masses[bin]! * kernel((bin * binWidth + radius) / bandwidth);
    }
    return sum / scale;
  });
}

function kernel(distance: number): number {
  return Math.exp(-0.5 * distance * distance);
}
