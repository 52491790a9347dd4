import {
  countExtremes,
  normalPValue,
  permutationPValue,
  type Alternative,
  type GlobalStatistic,
  type Moments,
} from '@cluster-atlas/analytics';

interface MomentsReport extends Moments {
  p: number | null;
}

/** A global statistic with its p-values; null where it is not defined. */
export interface GlobalReport {
  statistic: number | null;
  expected: number | null;
  normality?: MomentsReport;
  randomisation: MomentsReport;
  /** Over the simulations; absent without any. */
  permutation?: { mean: number; variance: number; p: number };
}

export function globalReport(
  { statistic, expected, normality, randomisation }: GlobalStatistic & { normality?: Moments },
  alternative: Alternative,
  simulated?: Float64Array,
): GlobalReport {
  const withP = (moments: Moments) => ({
    ...moments,
    p: moments.z === null ? null : normalPValue(moments.z, alternative),
  });
  return {
    statistic,
    expected,
    ...(normality ? { normality: withP(normality) } : {}),
    randomisation: withP(randomisation),
    ...(simulated && simulated.length > 0 && statistic !== null
      ? { permutation: permutationReport(statistic, simulated, alternative) }
      : {}),
  };
}

function permutationReport(statistic: number, simulated: Float64Array, alternative: Alternative) {
  const mean = simulated.reduce((sum, value) => sum + value, 0) / simulated.length;
  const squares = simulated.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const counts = countExtremes(statistic, simulated, alternative);
  return {
    mean,
    variance: squares / simulated.length,
    p: permutationPValue(counts, alternative),
  };
}

export function describeGlobal(name: string, report: GlobalReport): string {
  const { statistic, expected, randomisation, permutation } = report;
  if (statistic === null) return `${name}: not defined`;
  const figure = (value: number | null) => (value === null ? 'none' : value.toPrecision(6));
  const { z, p } = randomisation;
  const drawn = permutation ? `, p ${figure(permutation.p)} by permutation` : '';
  return `${name} ${figure(statistic)} (expected ${figure(expected)}): z ${figure(z)}, p ${figure(p)}${drawn}`;
}
