import {
  mDensity,
  mFunction,
  simulateM,
  simulateMDensity,
  studyM,
  type MFunction,
  type MStudy,
  type NullModel,
  summariseBand,
  type BandSummary,
} from '@cluster-atlas/analytics';
import { simulateMDensityOnThreads, simulateMOnThreads } from '@cluster-atlas/workers';
import { print, type OutputOptions } from '../output.js';
import { simulateCurves } from './simulate-curves.js';
import { bandLines, bandWarnings, curveLines, type BandOptions } from './simulated-band.js';
import { describe, timedOnThreads, type Summary } from './summary.js';
import { readTypedPoints, type TypedPointOptions } from './typed-point-input.js';
import { writeRows } from './write-rows.js';

export interface MFunctionOptions extends TypedPointOptions, BandOptions, OutputOptions {
  reference: string;
  neighbour?: string;
  controls?: string;
  r: number[];
  null: NullModel;
  density?: boolean;
  out?: string;
}

interface MSummary extends Summary, Partial<BandSummary> {
  references: number;
  r: readonly number[];
  m: (number | null)[];
  /** Metres, of the density version; null where there is none. */
  bandwidth: number | null;
}

export async function computeMFunction(options: MFunctionOptions): Promise<void> {
  const { input, r, simulations, alpha, band, seed } = options;
  const { n, crs, warnings, numberOf, ...points } = await readTypedPoints(options);
  const { result, seconds } = await timedOnThreads(async () => {
    const study = studyM(points, {
      reference: numberOf(options.reference),
      neighbour: options.neighbour === undefined ? undefined : numberOf(options.neighbour),
      controls: options.controls === undefined ? undefined : numberOf(options.controls),
      radii: r,
    });
    return measure(study, options);
  });
  const { observed, bandwidth, simulated } = result;
  if (options.out !== undefined) {
    await writeRows(options.out, ['row', ...r.map((radius) => `m_${radius}`)], rowsOf(n, observed));
  }
  if (simulated) warnings.push(...bandWarnings(simulated, options));
  if (observed.m.includes(null)) warnings.push('Where nothing is around any reference, M is null.');
  const summary: MSummary = {
    measure: 'm-function',
    n,
    references: observed.references.length,
    r,
    m: observed.m,
    bandwidth,
    ...simulated,
    parameters: {
      input,
      basis: options.weight ?? 'count',
      crs,
      reference: options.reference,
      neighbour: options.neighbour ?? options.reference,
      controls: options.controls ?? null,
      density: options.density ?? false,
      simulations,
      ...(simulated && { null: options.null, alpha, band, seed }),
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary, simulated), summary));
}

async function measure(study: MStudy, options: MFunctionOptions) {
  const { density, simulations, seed, r } = options;
  const { bandwidth, ...observed } = density
    ? mDensity(study)
    : { ...mFunction(study), bandwidth: null };
  if (simulations === 0) return { observed, bandwidth, simulated: null };
  const simulator = density
    ? { here: simulateMDensity, onThreads: simulateMDensityOnThreads }
    : { here: simulateM, onThreads: simulateMOnThreads };
  const labellings = { nullModel: options.null, seed, from: 0, to: simulations };
  const curves = await simulateCurves(simulator, study, labellings);
  const simulated = summariseBand(observed.m, { curves, radii: r }, options);
  return { observed, bandwidth, simulated };
}

/** Only references have values of their own. */
function* rowsOf(n: number, { m, references, local }: MFunction) {
  const radii = m.length;
  const placeOf = new Map(Array.from(references, (row, place) => [row, place]));
  for (let row = 0; row < n; row++) {
    const place = placeOf.get(row);
    yield [
      row + 1,
      ...m.map((_, radius) => {
        const value = place === undefined ? NaN : local[place * radii + radius]!;
        return Number.isNaN(value) ? null : value;
      }),
    ];
  }
}

function linesOf(
  { n, references, r, m, parameters }: MSummary,
  simulated: BandSummary | null,
): string[] {
  const band = simulated && { low: simulated.low, high: simulated.high };
  return [
    `${parameters['density'] ? 'm' : 'M'} of ${references} references in ${n} rows; 1: spread like all`,
    ...curveLines(r, { m, ...band }),
    ...(simulated ? bandLines(simulated) : []),
  ];
}
