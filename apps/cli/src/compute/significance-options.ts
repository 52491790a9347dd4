import type { Alternative } from '@cluster-atlas/analytics';
import { Option, type Command } from 'commander';
import { positive, share, wholeFromOne, wholeNumber } from './number-options.js';

export interface SignificanceOptions {
  alternative: Alternative;
  permutations: number;
  seed: number;
}

export interface LocalSignificanceOptions extends SignificanceOptions {
  fdr: 'bh' | 'by';
  alpha: number;
  stopAt?: number;
  screen?: number;
  familyWise?: boolean;
}

export const ALTERNATIVES: readonly Alternative[] = [
  ...(['two-sided', 'greater', 'lesser', 'directed', 'folded'] as const),
];

export function addSignificance(
  command: Command,
  alternatives: readonly Alternative[] = ALTERNATIVES,
): Command {
  return command
    .addOption(
      new Option('--alternative <side>', 'what counts as being as extreme')
        .choices(alternatives)
        .default('two-sided'),
    )
    .option('--permutations <number>', '0: p by the normal distribution', wholeNumber, 999)
    .option('--seed <number>', 'of the permutations', wholeNumber, 1);
}

export function fdrOption(): Option {
  return new Option('--fdr <mode>', 'p_fdr by Benjamini and Hochberg, or Benjamini and Yekutieli')
    .choices(['bh', 'by'])
    .default('bh');
}

export function addFalseDiscovery(command: Command): Command {
  return command
    .addOption(fdrOption())
    .option('--alpha <share>', 'of the cutoffs in the summary', share, 0.05);
}

/** Of statistics that depend on the sum of the neighbours' values. */
export function addLagSignificance(command: Command): Command {
  return addFalseDiscovery(addSignificance(command))
    .option('--stop-at <number>', 'draw only until each tail was met so often', wholeFromOne)
    .option('--screen <z>', 'draw nothing for a row with a smaller |z|', positive)
    .option('--family-wise', 'p_family too: by the greatest |z| of each permutation of all rows');
}

/** For the summary. */
export function significanceParameters({ alternative, permutations, seed }: SignificanceOptions) {
  return { alternative, permutations, seed: permutations > 0 ? seed : null };
}

export function lagParameters(options: LocalSignificanceOptions) {
  const { fdr, alpha, stopAt, screen } = options;
  return {
    ...significanceParameters(options),
    ...{ fdr, alpha, stopAt: stopAt ?? null, screen: screen ?? null },
  };
}
