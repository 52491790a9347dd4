import {
  lineBandwidth,
  lineDensity,
  type LineKernel,
  type LineRule,
} from '@cluster-atlas/analytics';
import { readOwnTable } from '@cluster-atlas/data';
import { InvalidArgumentError } from 'commander';
import { basename } from 'node:path';
import { print, type OutputOptions } from '../output.js';
import { positive } from './number-options.js';
import { describe, timed, type Summary } from './summary.js';
import { numberColumn, weightColumn } from './table-columns.js';
import { writeRows } from './write-rows.js';

export interface LineDensityCommandOptions extends OutputOptions {
  input: string;
  value: string;
  weight?: string;
  bandwidth: number | LineRule;
  kernel: LineKernel;
  at?: string;
  out?: string;
}

interface LineDensitySummary extends Summary {
  /** The standard deviation of the kernel. */
  sigma: number;
  /** A probability per unit of the values. */
  density: { x: number[]; y: number[] };
}

const RULES: readonly LineRule[] = ['nrd0', 'nrd', 'ucv', 'bcv', 'sj', 'sj-dpi', 'isj'];
/** Where no places are given. */
const PLACES = 512;
/** Bandwidths beyond the least and the largest value. */
const MARGIN = 3;

export function lineBandwidthOption(text: string): number | LineRule {
  const rule = RULES.find((name) => name === text);
  if (rule) return rule;
  try {
    return positive(text);
  } catch {
    throw new InvalidArgumentError(`A number above 0, or one of ${RULES.join(', ')}.`);
  }
}

export async function computeLineDensity(options: LineDensityCommandOptions): Promise<void> {
  const { input, value, weight, bandwidth, kernel, at } = options;
  const { values, weights } = await readValues(input, value, weight);
  const given = at === undefined ? null : (await readValues(at, value)).values;
  const { result, seconds } = timed(() => {
    const numbers = { values, weights };
    const sigma = typeof bandwidth === 'number' ? bandwidth : lineBandwidth(numbers, bandwidth);
    const places = given ?? evenPlaces(values, sigma);
    return { sigma, places, densities: lineDensity(numbers, places, { kernel, sigma }) };
  });
  const { sigma, places, densities } = result;
  if (options.out !== undefined) {
    const rows = Array.from(places, (place, i) => [place, densities[i]!]);
    await writeRows(options.out, ['x', 'density'], rows);
  }
  const summary: LineDensitySummary = {
    measure: 'line-density',
    n: values.length,
    sigma,
    density: { x: Array.from(places), y: Array.from(densities) },
    parameters: {
      ...{ input, value, basis: weight ?? 'count', bandwidth, kernel, at: at ?? null },
    },
    warnings: [],
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary), summary));
}

async function readValues(
  file: string,
  value: string,
  weight?: string,
): Promise<{ values: Float64Array; weights: Float64Array | null }> {
  const values: number[] = [];
  const weights: number[] = [];
  await readOwnTable(file, (names) => {
    const header = { file: basename(file), names };
    const readValue = numberColumn(header, value);
    const readWeight = weight === undefined ? null : weightColumn(header, weight);
    return (row) => {
      values.push(readValue(row));
      if (readWeight) weights.push(readWeight(row));
    };
  });
  return {
    values: Float64Array.from(values),
    weights: weight === undefined ? null : Float64Array.from(weights),
  };
}

function evenPlaces(values: Float64Array, sigma: number): Float64Array {
  const lowest = values.reduce((a, b) => Math.min(a, b), Infinity) - MARGIN * sigma;
  const highest = values.reduce((a, b) => Math.max(a, b), -Infinity) + MARGIN * sigma;
  const step = (highest - lowest) / (PLACES - 1);
  return Float64Array.from({ length: PLACES }, (_, i) => lowest + i * step);
}

function linesOf({ sigma, density: { x, y } }: LineDensitySummary): string[] {
  const peak = y.reduce((at, value, i) => (value > y[at]! ? i : at), 0);
  const at = y.length === 0 ? '' : `, highest at ${Number(x[peak]!.toPrecision(6))}`;
  return [`Bandwidth ${Number(sigma.toPrecision(6))} (standard deviation of the kernel)${at}`];
}
