import {
  mFunction,
  simulateM,
  studyM,
  type MFunction,
  type NullModel,
} from '@cluster-atlas/analytics';
import { print, type OutputOptions } from '../output.js';
import {
  bandLines,
  bandWarnings,
  curveLines,
  summariseBand,
  type BandOptions,
  type BandSummary,
} from './simulated-band.js';
import { describe, timed, type Summary } from './summary.js';
import { readTypedPoints, type TypedPointOptions } from './typed-point-input.js';
import { writeRows } from './write-rows.js';

export interface MFunctionOptions extends TypedPointOptions, BandOptions, OutputOptions {
  reference: string;
  neighbour?: string;
  controls?: string;
  r: number[];
  null: NullModel;
  out?: string;
}

interface MSummary extends Summary, Partial<BandSummary> {
  references: number;
  r: readonly number[];
  m: (number | null)[];
}

export async function computeMFunction(options: MFunctionOptions): Promise<void> {
  const { input, r, simulations, alpha, band, seed } = options;
  const { n, crs, warnings, numberOf, ...points } = await readTypedPoints(options);
  const { result, seconds } = timed(() => {
    const study = studyM(points, {
      reference: numberOf(options.reference),
      neighbour: options.neighbour === undefined ? undefined : numberOf(options.neighbour),
      controls: options.controls === undefined ? undefined : numberOf(options.controls),
      radii: r,
    });
    const observed = mFunction(study);
    const curves =
      simulations > 0
        ? simulateM(study, { nullModel: options.null, seed, from: 0, to: simulations })
        : null;
    return {
      observed,
      simulated: curves && summariseBand(observed.m, { curves, radii: r }, options),
    };
  });
  const { observed, simulated } = result;
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
    ...simulated,
    parameters: {
      input,
      basis: options.weight ?? 'count',
      crs,
      reference: options.reference,
      neighbour: options.neighbour ?? options.reference,
      controls: options.controls ?? null,
      simulations,
      ...(simulated && { null: options.null, alpha, band, seed }),
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary, simulated), summary));
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

function linesOf({ n, references, r, m }: MSummary, simulated: BandSummary | null): string[] {
  const band = simulated && { low: simulated.low, high: simulated.high };
  return [
    `M of ${references} references in ${n} rows; 1: spread like all`,
    ...curveLines(r, { m, ...band }),
    ...(simulated ? bandLines(simulated) : []),
  ];
}
