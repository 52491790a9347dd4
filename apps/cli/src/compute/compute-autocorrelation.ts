import {
  bivariateMoran,
  geary,
  getisOrdGlobal,
  moran,
  permuteGlobally,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import { describeGlobal, globalReport, type GlobalReport } from './global-report.js';
import { neighbourParameters } from './neighbourhood-input.js';
import type { NeighbourOptions } from './neighbour-options.js';
import { significanceParameters, type SignificanceOptions } from './significance-options.js';
import { describe, timed, type Summary } from './summary.js';
import { readValues, type Values } from './value-input.js';

export interface AutocorrelationCommandOptions
  extends NeighbourOptions, SignificanceOptions, OutputOptions {
  value: string;
  with?: string;
}

interface Measured {
  moran: GlobalReport;
  geary: GlobalReport;
  /** null where values are negative. */
  getisOrd: GlobalReport | null;
  /** Of two variables; null without the second. */
  bivariateMoran: GlobalReport | null;
}

interface AutocorrelationSummary extends Summary, Measured {
  /** Rows without a neighbour, from 1. */
  islands: number[];
}

export async function computeAutocorrelation(
  options: AutocorrelationCommandOptions,
): Promise<void> {
  const input = await readValues(options);
  const { n, islands, crs, warnings } = input;
  const { result, seconds } = timed(() => measure(input, options));
  if (result.getisOrd === null) warnings.push('There is no G: some values are negative.');
  const summary: AutocorrelationSummary = {
    ...{ measure: 'autocorrelation', n, islands, ...result },
    parameters: {
      ...neighbourParameters(options, crs),
      ...{ value: options.value, with: options.with ?? null, ...significanceParameters(options) },
    },
    ...{ warnings, seconds },
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function measure(
  { values: { value, with: second }, weights }: Values,
  { alternative, permutations, seed }: AutocorrelationCommandOptions,
): Measured {
  const simulated = permuteGlobally(value, weights, { seed, to: permutations });
  const isPositive = value.every((each) => each >= 0);
  return {
    moran: globalReport(moran(value, weights), alternative, simulated.moran),
    geary: globalReport(geary(value, weights), alternative, simulated.geary),
    getisOrd: isPositive
      ? globalReport(getisOrdGlobal(value, weights), alternative, simulated.getisOrd)
      : null,
    bivariateMoran: second
      ? globalReport(bivariateMoran(value, second, weights), alternative)
      : null,
  };
}

function linesOf(summary: AutocorrelationSummary): string[] {
  return [
    `${summary.n} rows`,
    describeGlobal('Moran’s I', summary.moran),
    describeGlobal('Geary’s C', summary.geary),
    ...(summary.getisOrd ? [describeGlobal('G', summary.getisOrd)] : []),
    ...(summary.bivariateMoran
      ? [describeGlobal('Moran’s I with the second', summary.bivariateMoran)]
      : []),
  ];
}
