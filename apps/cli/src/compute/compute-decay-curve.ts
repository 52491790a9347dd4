import {
  fitDecay,
  ringDensity,
  type AnnulusDensity,
  type DecayCurve,
} from '@cluster-atlas/analytics';
import { InvalidArgumentError } from 'commander';
import { print, textTable, type OutputOptions } from '../output.js';
import { positive } from './number-options.js';
import { readPoints, type PointColumnOptions, type PointInput } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface DecayCurveCommandOptions extends PointColumnOptions, OutputOptions {
  /** In the plane of the rows. */
  centre: [number, number];
  radii: number[];
  out?: string;
}

interface DecayCurveSummary extends Summary {
  annuli: AnnulusDensity[];
  /** null: fewer than two annuli hold anything. */
  curve: DecayCurve | null;
}

export function centreOption(text: string): [number, number] {
  const numbers = text.split(',').map(Number);
  if (numbers.length !== 2 || !numbers.every(Number.isFinite)) {
    throw new InvalidArgumentError('Two numbers x,y in metres.');
  }
  return numbers as [number, number];
}

export function radiiOption(text: string): number[] {
  const radii = text.split(',').map(positive);
  if (!radii.every((radius, i) => i === 0 || radius > radii[i - 1]!)) {
    throw new InvalidArgumentError('Metres in ascending order, such as 250,500,1000.');
  }
  return radii;
}

export async function computeDecayCurve(options: DecayCurveCommandOptions): Promise<void> {
  const { input, centre, radii, weight } = options;
  const points = await readPoints(options);
  const { result, seconds } = timed(() => {
    const { annuli } = ringDensity(byDistance(points, centre), radii);
    return { annuli, curve: fitDecay(annuli, weight === undefined ? 'count' : 'weight') };
  });
  if (options.out !== undefined) {
    await writeRows(
      options.out,
      ['inner', 'outer', 'area_km2', 'count', 'count_per_km2', 'weight', 'weight_per_km2'],
      result.annuli.map((annulus) => [
        ...[annulus.inner, annulus.outer, annulus.areaKm2],
        ...[annulus.count, annulus.countPerKm2, annulus.weight, annulus.weightPerKm2],
      ]),
    );
  }
  const summary: DecayCurveSummary = {
    measure: 'decay-curve',
    n: points.n,
    ...result,
    parameters: { input, basis: weight ?? 'count', crs: points.crs, centre, radii },
    warnings: points.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function byDistance({ xs, ys, weights }: PointInput, [x, y]: [number, number]) {
  const distances = xs.map((east, i) => Math.sqrt((east - x) ** 2 + (ys[i]! - y) ** 2));
  const weightOf = (i: number) => (weights ? weights[i]! : 1);
  const order = Array.from(xs.keys()).sort(
    (a, b) => distances[a]! - distances[b]! || weightOf(a) - weightOf(b),
  );
  return {
    distances: Float64Array.from(order, (i) => distances[i]!),
    weights: weights && Float64Array.from(order, (i) => weights[i]!),
    included: null,
  };
}

function linesOf({ annuli, curve, parameters }: DecayCurveSummary): string[] {
  const isCount = parameters['basis'] === 'count';
  const table = textTable(
    ['metres', 'rows', isCount ? 'rows per km2' : 'weight per km2'],
    annuli.map(({ inner, outer, count, countPerKm2, weightPerKm2 }) => [
      `${inner} to ${outer}`,
      count,
      isCount ? countPerKm2 : weightPerKm2,
    ]),
  );
  if (!curve) return [table, 'Fewer than two annuli hold anything: no curve.'];
  const half =
    curve.halfDistance === null
      ? 'it does not fall'
      : `it halves every ${Number(curve.halfDistance.toPrecision(4))} m`;
  return [
    table,
    `Density ${Number(curve.centre.toPrecision(5))} exp(-${Number(curve.beta.toPrecision(5))} r): ${half}`,
  ];
}
