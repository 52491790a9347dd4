import {
  kdFunction,
  simulateKd,
  studyKd,
  type KdRule,
  type NullModel,
  summariseBand,
  type BandSummary,
} from '@cluster-atlas/analytics';
import { simulateKdOnThreads } from '@cluster-atlas/workers';
import { InvalidArgumentError } from 'commander';
import { print, type OutputOptions } from '../output.js';
import { positive } from './number-options.js';
import { simulateCurves } from './simulate-curves.js';
import { bandLines, bandWarnings, curveLines, type BandOptions } from './simulated-band.js';
import { describe, timedOnThreads, type Summary } from './summary.js';
import { readTypedPoints, type TypedPointOptions } from './typed-point-input.js';

export interface KdCommandOptions extends TypedPointOptions, BandOptions, OutputOptions {
  reference: string;
  neighbour?: string;
  r: number[];
  bandwidth: number | KdRule;
  adjust: number;
  null: NullModel;
}

interface KdSummary extends Summary, Partial<BandSummary> {
  references: number;
  /** Metres. */
  bandwidth: number | null;
  r: readonly number[];
  kd: (number | null)[];
}

/** Below so many plants Duranton and Overman do not look at an industry. */
const FEW_PLANTS = 10;

/** Metres, or a rule's name. */
export function kdBandwidthOption(text: string): number | KdRule {
  if (text === 'nrd0' || text === 'sj') return text;
  try {
    return positive(text);
  } catch {
    throw new InvalidArgumentError('Metres above 0, or one of nrd0, sj.');
  }
}

export async function computeKd(options: KdCommandOptions): Promise<void> {
  const { input, r, simulations, alpha, band, seed, adjust } = options;
  const { n, crs, warnings, numberOf, ...points } = await readTypedPoints(options);
  const { result, seconds } = await timedOnThreads(async () => {
    const study = studyKd(points, {
      reference: numberOf(options.reference),
      neighbour: options.neighbour === undefined ? undefined : numberOf(options.neighbour),
      radii: r,
      isWeighted: options.weight !== undefined,
      bandwidth: options.bandwidth,
      adjust,
    });
    const observed = kdFunction(study);
    const curves =
      simulations > 0
        ? await simulateCurves({ here: simulateKd, onThreads: simulateKdOnThreads }, study, {
            nullModel: options.null,
            seed,
            from: 0,
            to: simulations,
          })
        : null;
    const references = study.references.positions.length;
    const neighbours = study.neighbours?.positions.length ?? references;
    const simulated = curves && summariseBand(observed.kd, { curves, radii: r }, options);
    return { observed, simulated, references, neighbours };
  });
  const { observed, simulated, references, neighbours } = result;
  if (Math.min(references, neighbours) < FEW_PLANTS) {
    warnings.push(`Fewer than ${FEW_PLANTS} points of a kind: do not draw conclusions from Kd.`);
  }
  if (observed.bandwidth === null) {
    warnings.push('There is no bandwidth: fewer than two pairs, or all as far apart.');
  }
  if (simulated) warnings.push(...bandWarnings(simulated, options));
  const summary: KdSummary = {
    measure: 'kd',
    n,
    references,
    bandwidth: observed.bandwidth,
    r,
    kd: observed.kd,
    ...simulated,
    parameters: {
      input,
      basis: options.weight ?? 'count',
      crs,
      reference: options.reference,
      neighbour: options.neighbour ?? options.reference,
      bandwidth: options.bandwidth,
      adjust,
      simulations,
      ...(simulated && { null: options.null, alpha, band, seed }),
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary, simulated), summary));
}

function linesOf(summary: KdSummary, simulated: BandSummary | null): string[] {
  const { n, references, bandwidth, r, kd } = summary;
  const band = simulated && { low: simulated.low, high: simulated.high };
  return [
    `Kd of ${references} references in ${n} rows, per metre; bandwidth ${bandwidth?.toFixed(1) ?? '–'} m`,
    ...curveLines(r, { kd, ...band }),
    ...(simulated ? bandLines(simulated) : []),
  ];
}
