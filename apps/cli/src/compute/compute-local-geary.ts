import { geary, localGeary, localGearyPValues } from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { describeGlobal, globalReport, type GlobalReport } from './global-report.js';
import {
  confidenceOf,
  cutoffsOf,
  resolutionWarnings,
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

export interface LocalGearyCommandOptions
  extends NeighbourOptions, LocalSignificanceOptions, OutputOptions {
  value: string;
  out?: string;
}

interface LocalGearySummary extends Summary {
  /** Rows without a neighbour, from 1. */
  islands: number[];
  /** Of all rows. */
  c: GlobalReport;
  /** Rows whose p_fdr is at most alpha: like their neighbours, and unlike them. */
  alike: number;
  unlike: number;
  cutoffs: CutoffReport;
}

export async function computeLocalGeary(options: LocalGearyCommandOptions): Promise<void> {
  const { value, alpha, out } = options;
  const input = await readValues(options);
  const { n, islands, crs } = input;
  const { result, seconds } = timed(() => measure(input, options));
  const { local, c } = result;
  const warnings = [...input.warnings, ...resolutionWarnings(local, options)];
  const classOf = (place: number) => (local.z[place]! < 0 ? 'alike' : 'unlike');
  if (out !== undefined) {
    const of = (place: number) => {
      const confidence = confidenceOf(local, place);
      return [confidence === null ? null : classOf(place), confidence];
    };
    await writeLocalRows(out, { local, rows: input.rows }, { header: ['class', 'confidence'], of });
  }
  const count = (kind: string) =>
    local.pAdjusted.filter((p, place) => p <= alpha && classOf(place) === kind).length;
  const summary: LocalGearySummary = {
    ...{ measure: 'local-geary', n, islands, c, alike: count('alike'), unlike: count('unlike') },
    cutoffs: cutoffsOf(local, alpha),
    parameters: { ...neighbourParameters(options, crs), value, ...lagParameters(options) },
    ...{ warnings, seconds },
  };
  print(options, summary, () => describe(linesOf(summary, alpha), summary));
}

function measure(
  { values: { value }, weights }: Values,
  options: LocalGearyCommandOptions,
): { local: LocalResult; c: GlobalReport } {
  const local = withPValues(localGeary(value, weights), options, (how) => {
    const { permutations, seed } = how;
    const alternative = options.alternative === 'folded' ? 'two-sided' : options.alternative;
    return localGearyPValues(value, weights, { permutations, seed, alternative });
  });
  return { local, c: globalReport(geary(value, weights), options.alternative) };
}

function linesOf({ n, c, alike, unlike }: LocalGearySummary, alpha: number): string[] {
  return [
    `${n} rows: ${alike} like their neighbours, ${unlike} unlike them, with p_fdr up to ${alpha}`,
    describeGlobal('Geary’s C', c),
  ];
}
