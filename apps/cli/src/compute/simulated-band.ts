import type { BandRule, BandSummary } from '@cluster-atlas/analytics';

export interface BandOptions extends BandRule {
  simulations: number;
  seed: number;
}

export function bandWarnings({ low }: BandSummary, { simulations, alpha }: BandOptions): string[] {
  const warnings: string[] = [];
  if (simulations * alpha < 10) {
    warnings.push(
      `${simulations} simulations are few for alpha ${alpha}: the band rests on ${Math.ceil(simulations * alpha)} of them.`,
    );
  }
  if (low.includes(null)) {
    warnings.push('Where not every simulation has a value, there is no band (null).');
  }
  return warnings;
}

/** A table for people: the curve by radius, and its band. */
export function curveLines(
  r: readonly number[],
  columns: Record<string, readonly (number | null)[]>,
): string[] {
  const cell = (value: number | null) =>
    value === null ? '–' : Number(value.toPrecision(6)).toString();
  const names = Object.keys(columns);
  const rows = r.map((radius, i) => [
    String(radius),
    ...names.map((name) => cell(columns[name]![i]!)),
  ]);
  const table = [['r', ...names], ...rows];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  return table.map((row) => row.map((text, column) => text.padStart(widths[column]!)).join('  '));
}

export function bandLines({ classification, goodnessOfFit: fit }: BandSummary): string[] {
  return [
    ...(classification ? [`By the global band: ${classification}`] : []),
    ...(fit
      ? [`Goodness of fit: p ${fit.dclf.p.toFixed(4)} (DCLF), ${fit.mad.p.toFixed(4)} (MAD)`]
      : []),
  ];
}
