import { nearestDensity } from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { readPlaces, type PlacesOptions } from './places-option.js';
import { readPoints } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface NearestDensityCommandOptions extends PlacesOptions, OutputOptions {
  k: number;
  minScale: number;
  out?: string;
}

interface NearestDensitySummary extends Summary {
  places: number;
  /** Places without a density: no area, or too little weight in all. */
  undefined: number;
  /** Per square kilometre; null where no place has a density. */
  median: number | null;
  largest: number | null;
}

export async function computeNearestDensity(options: NearestDensityCommandOptions): Promise<void> {
  const { k, minScale, input } = options;
  const points = await readPoints(options);
  const places = await readPlaces(options, points);
  const { result, seconds } = timed(() => nearestDensity(points, places, { k, minScale }));
  const { densities, radii } = result;
  if (options.out !== undefined) {
    const header = ['row', 'x', 'y', 'density', 'radius'];
    await writeRows(
      options.out,
      header,
      densities.map((density, i) => [i + 1, places.xs[i]!, places.ys[i]!, density, radii[i]!]),
    );
  }
  const known = Float64Array.from(densities.filter((density) => density !== null)).sort();
  const summary: NearestDensitySummary = {
    measure: 'nearest-density',
    n: points.n,
    places: densities.length,
    undefined: densities.length - known.length,
    median: known[Math.floor((known.length - 1) / 2)] ?? null,
    largest: known.at(-1) ?? null,
    parameters: {
      ...{ input, basis: options.weight ?? 'count', crs: points.crs, k, minScale },
      at: options.at ?? null,
    },
    warnings: points.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function linesOf({ places, median, largest, ...summary }: NearestDensitySummary): string[] {
  const figure = (density: number | null) =>
    density === null ? 'none' : Number(density.toPrecision(6));
  return [
    `${places} places, ${summary.undefined} without a density`,
    `Median ${figure(median)} per km2, largest ${figure(largest)}`,
  ];
}
