import {
  adjustPValues,
  falseDiscoveryCutoff,
  familyWisePValues,
  normalPValue,
  permuteMaxima,
  type ConditionalOptions,
  type LocalStatistics,
  type SpatialWeights,
} from '@cluster-atlas/analytics';
import { UsageError } from '../usage-error.js';
import { inRowOrder } from './neighbourhood-input.js';
import type { LocalSignificanceOptions } from './significance-options.js';
import { writeRows } from './write-rows.js';

/** A statistic of each place and what its p-values are; NaN stands for none. */
export interface LocalResult extends LocalStatistics {
  pNormal: Float64Array;
  p: Float64Array;
  pAdjusted: Float64Array;
  pFamily: Float64Array | null;
}

/** @param permute p-values by permutation, if any are asked for */
export function withPValues(
  statistics: LocalStatistics,
  options: LocalSignificanceOptions,
  permute: (options: ConditionalOptions) => Float64Array,
): LocalResult {
  const { permutations, seed, alternative, stopAt = null, screen = 0, fdr } = options;
  const { statistic, expected, variance, z } = statistics;
  const pNormal = z.map((each) => (Number.isNaN(each) ? NaN : normalPValue(each, alternative)));
  const p =
    permutations === 0 ? pNormal : permute({ permutations, seed, alternative, stopAt, screen });
  const pAdjusted = adjustPValues(p, fdr);
  return { statistic, expected, variance, z, pNormal, p, pAdjusted, pFamily: null };
}

/** @throws {UsageError} if they are asked for without permutations */
export function withFamilyWise(
  local: LocalResult,
  { value, weights }: { value: Float64Array; weights: SpatialWeights },
  { familyWise, permutations, seed }: LocalSignificanceOptions,
): LocalResult {
  if (!familyWise) return local;
  if (permutations === 0) throw new UsageError('--family-wise needs --permutations.');
  const maxima = permuteMaxima(value, weights, { seed, to: permutations });
  return { ...local, pFamily: familyWisePValues(local.z, maxima) };
}

/** Up to which p-value rows may be called significant; null: none. */
export interface CutoffReport {
  alpha: number;
  bh: number | null;
  by: number | null;
  /** As `esda.fdr` of PySAL has it. */
  esda: number | null;
}

export function cutoffsOf({ p }: LocalResult, alpha: number): CutoffReport {
  return {
    alpha,
    bh: falseDiscoveryCutoff(p, alpha, 'bh'),
    by: falseDiscoveryCutoff(p, alpha, 'by'),
    esda: falseDiscoveryCutoff(p, alpha, 'esda'),
  };
}

/** That permutations are too few for a discovery, if they are. */
export function resolutionWarnings(
  { p }: LocalResult,
  { alternative, permutations, alpha }: LocalSignificanceOptions,
): string[] {
  const tests = p.filter((each) => !Number.isNaN(each)).length;
  const smallest = alternative === 'two-sided' ? 2 : 1; // of permutations + 1
  const enough = Math.ceil((smallest * tests) / alpha) - 1;
  if (permutations === 0 || permutations >= enough) return [];
  return [
    `The smallest p-value of ${permutations} permutations is ${(smallest / (permutations + 1)).toPrecision(3)}: ` +
      `a single outlier among ${tests} rows cannot pass at ${alpha}. It could with --permutations ${enough}, or 0.`,
  ];
}

const LEVELS = [
  [0.01, 99],
  [0.05, 95],
  [0.1, 90],
] as const;

/** In percent, the highest of the levels that maps show at which it is no chance; null: below all. */
export function confidenceOf({ pAdjusted }: LocalResult, place: number): number | null {
  return LEVELS.find(([level]) => pAdjusted[place]! <= level)?.[1] ?? null;
}

/**
 * Writes a line for each row, in their order.
 *
 * @param rows of each place, its row
 */
export async function writeLocalRows(
  file: string,
  { local, rows }: { local: LocalResult; rows: readonly number[] },
  classes: {
    header: readonly string[];
    of: (place: number) => readonly (string | number | null)[];
  },
): Promise<void> {
  const { statistic, expected, variance, z, pNormal, p, pAdjusted, pFamily } = local;
  const columns = { statistic, expected, variance, z, p_normal: pNormal, p, p_fdr: pAdjusted };
  const all = Object.entries({ ...columns, ...(pFamily ? { p_family: pFamily } : {}) });
  const lines = inRowOrder(rows, (place) => [
    rows[place]! + 1,
    ...all.map(([, column]) => (Number.isFinite(column[place]) ? column[place]! : null)),
    ...classes.of(place),
  ]);
  await writeRows(file, ['row', ...all.map(([name]) => name), ...classes.header], lines);
}
