import { gravityAt } from '@cluster-atlas/analytics';
import type { DistanceDecay } from '@cluster-atlas/geo';
import { InvalidArgumentError } from 'commander';
import { print, type OutputOptions } from '../output.js';
import { readPlaces, type PlacesOptions } from './places-option.js';
import { readPoints } from './point-input.js';
import { describe, timed, type Summary } from './summary.js';
import { writeRows } from './write-rows.js';

export interface GravityCommandOptions extends PlacesOptions, OutputOptions {
  decay: DistanceDecay;
  out?: string;
}

interface GravitySummary extends Summary {
  places: number;
  largest: { gravity: number; x: number; y: number } | null;
}

/** `exponential:250`, `power:2:100`, `gaussian:500`, `step:1000` or `steps:500=1,1000=0.5`. */
export function decayOption(text: string): DistanceDecay {
  const [form, ...words] = text.split(':');
  if (form === 'steps') return stepsOption(words.join(':'));
  const [first, second] = words.map(Number);
  const isPositive = words.every((word) => Number(word) > 0 && Number(word) < Infinity);
  if (isPositive && words.length === 2 && form === 'power') {
    return { form, exponent: first!, floor: second! };
  }
  if (isPositive && words.length === 1) {
    if (form === 'exponential') return { form, length: first! };
    if (form === 'gaussian') return { form, sigma: first! };
    if (form === 'step') return { form, radius: first! };
  }
  throw new InvalidArgumentError(
    'exponential:LENGTH, power:EXPONENT:FLOOR, gaussian:SIGMA, step:RADIUS or ' +
      'steps:RADIUS=WEIGHT,RADIUS=WEIGHT,…, in metres.',
  );
}

function stepsOption(text: string): DistanceDecay {
  const pairs = text.split(',').map((pair) => pair.split('=').map(Number));
  const isAscending = pairs.every(([radius], i) => radius! > (pairs[i - 1]?.[0] ?? 0));
  const isPositive = pairs.every((pair) => pair.length === 2 && pair[1]! > 0);
  if (!isAscending || !isPositive || pairs.flat().some((number) => !Number.isFinite(number))) {
    throw new InvalidArgumentError('steps:RADIUS=WEIGHT,…, with ascending radii, all above 0.');
  }
  return {
    form: 'steps',
    radii: pairs.map(([radius]) => radius!),
    weights: pairs.map(([, weight]) => weight!),
  };
}

export async function computeGravity(options: GravityCommandOptions): Promise<void> {
  const { decay, input } = options;
  const points = await readPoints(options);
  const places = await readPlaces(options, points);
  const { result, seconds } = timed(() => gravityAt(points, places, decay));
  if (options.out !== undefined) {
    const header = ['row', 'x', 'y', 'gravity'];
    const rows = Array.from(result, (sum, i) => [i + 1, places.xs[i]!, places.ys[i]!, sum]);
    await writeRows(options.out, header, rows);
  }
  const best = result.reduce((at, sum, i) => (at < 0 || sum > result[at]! ? i : at), -1);
  const summary: GravitySummary = {
    measure: 'gravity',
    n: points.n,
    places: result.length,
    largest: best < 0 ? null : { gravity: result[best]!, x: places.xs[best]!, y: places.ys[best]! },
    parameters: {
      ...{ input, basis: options.weight ?? 'count', crs: points.crs, at: options.at ?? null },
      decay: Object.values(decay).join(':'),
    },
    warnings: points.warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

function linesOf({ places, largest }: GravitySummary): string[] {
  const where = largest
    ? `; the largest ${Number(largest.gravity.toPrecision(6))} at ${largest.x}, ${largest.y}`
    : '';
  return [`Gravity of ${places} places${where}`];
}
