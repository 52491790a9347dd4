import { PER_KM2, type RasterFrame } from '@cluster-atlas/analytics';
import type { KdeCommandOptions } from './compute-kde.js';
import type { Bandwidth } from './kde-bandwidth.js';
import type { KdeResult } from './kde-estimate.js';
import type { Summary } from './summary.js';

interface KdeSummary extends Summary {
  bandwidth: Omit<Bandwidth, 'warnings'>;
  /** null: the densities are at places. */
  raster: RasterFrame | null;
  /** The sum of the weights that were smoothed. */
  total: number;
  /** Of the density over the cells; null for places. */
  integral: number | null;
  /** The largest density, per square kilometre; null where there is none. */
  peak: { density: number; x: number; y: number } | null;
  /** `defined`: cells or places that have a ratio. */
  relative: { base: number; epsilon: number; defined: number } | null;
}

export function summariseKde(
  options: KdeCommandOptions,
  result: KdeResult,
  {
    n,
    crs,
    warnings,
    seconds,
  }: Pick<Summary, 'n' | 'warnings' | 'seconds'> & { crs: string | null },
): KdeSummary {
  const { frame, total, relative } = result;
  const { warnings: _warnings, ...bandwidth } = result.bandwidth;
  const { window } = options;
  return {
    measure: 'kde',
    n,
    bandwidth,
    raster: frame,
    total,
    integral: frame && integralOf(result, frame),
    peak: peakOf(result),
    relative: relative && {
      base: relative.base,
      epsilon: relative.epsilon,
      defined: relative.ratios.filter((ratio) => ratio !== null).length,
    },
    parameters: {
      input: options.input,
      basis: options.weight ?? 'count',
      crs,
      kernel: options.kernel,
      bandwidth: options.bandwidth ?? null,
      support: options.support ?? null,
      cell: frame?.cell ?? null,
      at: options.at ?? null,
      leaveOneOut: options.leaveOneOut ?? false,
      window: window ? [window.west, window.south, window.east, window.north] : null,
      mask: options.mask ?? null,
      edge: options.edge,
      adaptive: options.adaptive ?? false,
      relativeTo: options.relativeTo ?? null,
    },
    warnings,
    seconds,
  };
}

function integralOf({ densities }: KdeResult, { cell }: RasterFrame): number {
  let sum = 0;
  for (const density of densities) sum += density ?? 0;
  return (sum * cell * cell) / PER_KM2;
}

/** The first of the largest. */
function peakOf({ densities, places }: KdeResult): KdeSummary['peak'] {
  let best = -1;
  densities.forEach((density, i) => {
    if (density !== null && (best < 0 || density > densities[best]!)) best = i;
  });
  return best < 0 ? null : { density: densities[best]!, x: places.xs[best]!, y: places.ys[best]! };
}

export function kdeHeader({ frame, relative }: KdeResult): string[] {
  return [
    ...(frame ? [] : ['row']),
    ...['x', 'y', 'density'],
    ...(relative ? ['base_density', 'relative'] : []),
  ];
}

/** One for each place, in order; one for each cell that has a density, from the south-west. */
export function* kdeRows({ frame, places, densities, relative }: KdeResult) {
  for (let i = 0; i < densities.length; i++) {
    if (frame && densities[i] === null) continue;
    yield [
      ...(frame ? [] : [i + 1]),
      places.xs[i]!,
      places.ys[i]!,
      densities[i]!,
      ...(relative ? [relative.baseDensities[i]!, relative.ratios[i]!] : []),
    ];
  }
}

export function describeKde(summary: KdeSummary): string[] {
  const { bandwidth, raster, total, integral, peak, relative } = summary;
  const isEndless = summary.parameters['kernel'] === 'gaussian';
  const reach = isEndless ? '' : `; radius of the kernel ${metres(bandwidth.support)}`;
  return [
    `Bandwidth ${metres(bandwidth.sigma)} (sigma, ${bandwidth.rule})${reach}`,
    ...(raster
      ? [
          `${raster.columns} x ${raster.rows} cells of ${metres(raster.cell)} from ${raster.west}, ${raster.south}`,
        ]
      : []),
    ...(peak
      ? [`Peak ${Number(peak.density.toPrecision(6))} per km2 at ${peak.x}, ${peak.y}`]
      : []),
    ...(integral === null
      ? []
      : [`Integral ${Number(integral.toPrecision(7))} of a weight of ${total}`]),
    ...(relative
      ? [
          `Relative to a weight of ${relative.base}, where the base is at least ${Number(relative.epsilon.toPrecision(3))} per km2: ${relative.defined} places`,
        ]
      : []),
  ];
}

function metres(length: number): string {
  return `${Number(length.toPrecision(5))} m`;
}
