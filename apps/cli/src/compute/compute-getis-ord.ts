import { getisOrd, getisOrdGlobal, getisOrdPValues } from '@cluster-atlas/analytics';
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

export interface GetisOrdCommandOptions
  extends NeighbourOptions, LocalSignificanceOptions, OutputOptions {
  value: string;
  star?: boolean;
  out?: string;
}

interface GetisOrdSummary extends Summary {
  /** Rows without a neighbour, from 1. */
  islands: number[];
  /** Of all rows; null with --star, whose own weights it knows nothing of. */
  g: GlobalReport | null;
  /** Rows by the confidence, in percent, that they are no chance. */
  hot: Record<number, number>;
  cold: Record<number, number>;
  cutoffs: CutoffReport;
}

export async function computeGetisOrd(options: GetisOrdCommandOptions): Promise<void> {
  const { star = false, alpha, value, out } = options;
  if (star && options.familyWise) throw new UsageError('--family-wise is not for --star.');
  const input = await readValues(options, star);
  const { n, islands, crs } = input;
  const { result, seconds } = timed(() => measure(input, options));
  const { local, g } = result;
  const warnings = [...input.warnings, ...resolutionWarnings(local, options)];
  if (out !== undefined) {
    const classes = {
      header: ['class', 'confidence'],
      of: (place: number) => spotOf(local, place),
    };
    await writeLocalRows(out, { local, rows: input.rows }, classes);
  }
  const summary: GetisOrdSummary = {
    ...{ measure: 'getis-ord', n, islands, g },
    ...{ hot: countSpots(local, 'hot'), cold: countSpots(local, 'cold') },
    cutoffs: cutoffsOf(local, alpha),
    parameters: {
      ...{ ...neighbourParameters(options, crs), value, star },
      ...lagParameters(options),
    },
    ...{ warnings, seconds },
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function measure(
  { values: { value }, weights }: Values,
  options: GetisOrdCommandOptions,
): { local: LocalResult; g: GlobalReport | null } {
  const { star = false, alternative } = options;
  const local = withPValues(getisOrd(value, weights, { star }), options, (how) =>
    getisOrdPValues(value, weights, how),
  );
  return {
    local: withFamilyWise(local, { value, weights }, options),
    g: star ? null : globalReport(getisOrdGlobal(value, weights), alternative),
  };
}

/** Class and confidence. */
function spotOf(local: LocalResult, place: number): [string | null, number | null] {
  const confidence = confidenceOf(local, place);
  if (confidence === null) return [null, null];
  return [local.z[place]! > 0 ? 'hot' : 'cold', confidence];
}

function countSpots(local: LocalResult, kind: string): Record<number, number> {
  const counts: Record<number, number> = { 99: 0, 95: 0, 90: 0 };
  for (let place = 0; place < local.z.length; place++) {
    const [spot, confidence] = spotOf(local, place);
    if (spot === kind) counts[confidence!]!++;
  }
  return counts;
}

function linesOf({ n, g, hot, cold }: GetisOrdSummary): string[] {
  const list = (counts: Record<number, number>) =>
    [99, 95, 90].map((level) => `${counts[level]} at ${level} %`).join(', ');
  return [
    `${n} rows; hot: ${list(hot)}; cold: ${list(cold)}`,
    ...(g ? [describeGlobal('G', g)] : []),
  ];
}
