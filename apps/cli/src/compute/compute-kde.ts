import type { Box, Kernel } from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { isOvalRule } from './kde-bandwidth.js';
import { estimateKde } from './kde-estimate.js';
import { describeKde, kdeHeader, kdeRows, summariseKde } from './kde-result.js';
import { readPoints, type PointColumnOptions } from './point-input.js';
import { keepWithin, placeColumns, readWindow } from './study-window.js';
import { describe, timed } from './summary.js';
import { writeRows } from './write-rows.js';

export interface KdeCommandOptions extends PointColumnOptions, OutputOptions {
  kernel: Kernel;
  /** Metres, or the name of a rule. */
  bandwidth?: number | string;
  support?: number;
  cell?: number;
  at?: string;
  leaveOneOut?: boolean;
  window?: Box;
  mask?: string;
  edge: 'none' | 'uniform' | 'diggle';
  adaptive?: boolean;
  relativeTo?: string;
  epsilon?: number;
  out?: string;
}

export async function computeKde(options: KdeCommandOptions): Promise<void> {
  checkOptions(options);
  const { at, edge, relativeTo } = options;
  const input = await readPoints(options);
  const warnings = [...input.warnings];
  const window = await readWindow(options, input, warnings);
  const places =
    at === undefined
      ? null
      : await readPoints({ ...placeColumns(options), input: at }, null, input);
  const others =
    relativeTo === undefined
      ? null
      : await readPoints({ ...options, input: relativeTo }, null, input);
  const isCorrected = edge !== 'none';
  const points = isCorrected ? keepWithin(window, input, warnings) : input;
  const base = isCorrected && others ? keepWithin(window, others, warnings) : others;
  const { result, seconds } = timed(() => estimateKde(options, { points, places, base, window }));
  warnings.push(...result.bandwidth.warnings);
  if (options.out !== undefined) await writeRows(options.out, kdeHeader(result), kdeRows(result));
  const about = { n: input.n, crs: input.crs, warnings, seconds };
  const summary = summariseKde(options, result, about);
  print(options, summary, () => describe(describeKde(summary), summary));
}

function checkOptions(options: KdeCommandOptions): void {
  const { edge, window, mask, cell, at, leaveOneOut, adaptive, relativeTo } = options;
  const isOval = isOvalRule(options.bandwidth);
  const isCorrected = edge !== 'none';
  const isWindowed = window !== undefined || mask !== undefined;
  const refusals: [unknown, string][] = [
    [isCorrected && !isWindowed, '--edge needs a --window or a --mask.'],
    [window && mask, 'Give either --window or --mask.'],
    [mask && cell === undefined, '--mask needs --cell, the side of its cells.'],
    [
      leaveOneOut && (at ?? adaptive ?? relativeTo),
      '--leave-one-out goes without --at, --adaptive and --relative-to.',
    ],
    [adaptive && isCorrected, '--adaptive goes without --edge.'],
    [isOval && options.kernel !== 'gaussian', 'Only a gaussian may differ by axis.'],
    [
      isOval && (isCorrected || leaveOneOut || adaptive),
      'A bandwidth that differs by axis goes without --edge, --leave-one-out and --adaptive.',
    ],
    [options.bandwidth === 'scott-covariance' && !at, '--bandwidth scott-covariance needs --at.'],
    [options.epsilon !== undefined && !relativeTo, '--epsilon belongs to --relative-to.'],
  ];
  for (const [isRefused, reason] of refusals) {
    if (isRefused !== undefined && isRefused !== false) throw new UsageError(reason);
  }
}
