import {
  bivariateMoran,
  localBivariateMoran,
  localMoran,
  localMoranPValues,
  moran,
  QUADRANTS,
  type LocalMoments,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { describeGlobal, globalReport, type GlobalReport } from './global-report.js';
import {
  confidenceOf,
  cutoffsOf,
  resolutionWarnings,
  withFamilyWise,
  withPValues,
  writeLocalRows,
  type CutoffReport,
  type LocalResult,
} from './local-report.js';
import { neighbourParameters } from './neighbourhood-input.js';
import type { NeighbourOptions } from './neighbour-options.js';
import { lagParameters, type LocalSignificanceOptions } from './significance-options.js';
import { describe, timed, type Summary } from './summary.js';
import { readValues, type Values } from './value-input.js';

export interface LocalMoranCommandOptions
  extends NeighbourOptions, LocalSignificanceOptions, OutputOptions {
  value: string;
  with?: string;
  moments: LocalMoments;
  out?: string;
}

interface LocalMoranSummary extends Summary {
  /** Rows without a neighbour, from 1. */
  islands: number[];
  /** Of all rows. */
  i: GlobalReport;
  /** Rows, and those of them whose p_fdr is at most alpha. */
  quadrants: Record<string, { rows: number; significant: number }>;
  cutoffs: CutoffReport;
}

interface Measured {
  local: LocalResult;
  quadrants: Uint8Array;
  i: GlobalReport;
}

export async function computeLocalMoran(options: LocalMoranCommandOptions): Promise<void> {
  const { value, with: second, moments, alpha, out } = options;
  if (second !== undefined && (moments === 'total' || options.familyWise)) {
    throw new UsageError('--moments total and --family-wise are not for two variables.');
  }
  const input = await readValues(options);
  const { n, islands, crs } = input;
  const { result, seconds } = timed(() => measure(input, options));
  const { local, quadrants, i } = result;
  const warnings = [...input.warnings, ...resolutionWarnings(local, options)];
  if (out !== undefined) {
    const of = (place: number) => [QUADRANTS[quadrants[place]!]!, confidenceOf(local, place)];
    const classes = { header: ['quadrant', 'confidence'], of };
    await writeLocalRows(out, { local, rows: input.rows }, classes);
  }
  const summary: LocalMoranSummary = {
    ...{ measure: 'local-moran', n, islands, i },
    quadrants: countQuadrants(result, alpha),
    cutoffs: cutoffsOf(local, alpha),
    parameters: {
      ...{ ...neighbourParameters(options, crs), value, with: second ?? null, moments },
      ...lagParameters(options),
    },
    ...{ warnings, seconds },
  };
  print(options, summary, () => describe(linesOf(summary, alpha), summary));
}

function measure(
  { values: { value, with: second }, weights }: Values,
  options: LocalMoranCommandOptions,
): Measured {
  const { moments, alternative } = options;
  const { quadrants, ...statistics } = second
    ? localBivariateMoran(value, second, weights)
    : localMoran(value, weights, { moments });
  const local = withPValues(statistics, options, (how) =>
    localMoranPValues(value, weights, second ? { ...how, second } : how),
  );
  const global = second ? bivariateMoran(value, second, weights) : moran(value, weights);
  return {
    local: withFamilyWise(local, { value, weights }, options),
    quadrants,
    i: globalReport(global, alternative),
  };
}

function countQuadrants(
  { local, quadrants }: Measured,
  alpha: number,
): LocalMoranSummary['quadrants'] {
  const counts = QUADRANTS.slice(1).map((name) => ({ name, rows: 0, significant: 0 }));
  quadrants.forEach((quadrant, place) => {
    if (quadrant === 0) return;
    const count = counts[quadrant - 1]!;
    count.rows++;
    if (local.pAdjusted[place]! <= alpha) count.significant++;
  });
  return Object.fromEntries(counts.map(({ name, ...count }) => [name, count]));
}

function linesOf({ n, i, quadrants }: LocalMoranSummary, alpha: number): string[] {
  const counts = Object.entries(quadrants).map(
    ([name, { rows, significant }]) => `${name} ${rows} (${significant})`,
  );
  return [
    `${n} rows: ${counts.join(', ')}; in brackets those with p_fdr up to ${alpha}`,
    describeGlobal('Moran’s I', i),
  ];
}
