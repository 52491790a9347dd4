import {
  polygonalWindow,
  rectangularWindow,
  ripleyK,
  simulateK,
  studyK,
  type EdgeCorrection,
  type KSimulations,
  type KStudy,
  type ObservationWindow,
  type Rectangle,
  summariseBand,
  type BandSummary,
} from '@cluster-atlas/analytics';
import { simulateKOnThreads } from '@cluster-atlas/workers';
import { print, type OutputOptions } from '../output.js';
import { UsageError } from '../usage-error.js';
import { readPoints, type PointColumnOptions } from './point-input.js';
import { simulateCurves } from './simulate-curves.js';
import { bandLines, bandWarnings, curveLines, type BandOptions } from './simulated-band.js';
import { describe, timedOnThreads, type Summary } from './summary.js';
import { readTypedPoints } from './typed-point-input.js';

export interface RipleyKOptions extends PointColumnOptions, BandOptions, OutputOptions {
  type?: string;
  reference?: string;
  window?: Rectangle;
  windowFile?: string;
  correction: EdgeCorrection;
  r: number[];
  null: KSimulations['nullModel'];
}

interface KSummary extends Summary, Partial<BandSummary> {
  references: number;
  /** Square metres. */
  windowArea: number;
  r: readonly number[];
  k: (number | null)[];
  l: (number | null)[];
}

export async function computeRipleyK(options: RipleyKOptions): Promise<void> {
  const { r, correction, simulations } = options;
  checkOptions(options);
  const { kind, ...points } = await readKind(options);
  const { n, crs, warnings } = points;
  const window = await readWindow(options);
  const { result, seconds } = await timedOnThreads(async () => {
    const study = studyK(points, { window, radii: r, correction, kind });
    const observed = ripleyK(study);
    const references = study.references.positions.length;
    const simulated = simulations > 0 ? await simulate(study, options) : null;
    return { observed, references, simulated };
  });
  const { observed, references, simulated } = result;
  if (simulated) warnings.push(...bandWarnings(simulated, options));
  if (observed.k.includes(null))
    warnings.push(`The ${correction} correction gives no K where it is null.`);
  const summary: KSummary = {
    measure: 'ripley-k',
    n,
    references,
    windowArea: window.area,
    r,
    ...observed,
    ...simulated,
    parameters: {
      input: options.input,
      crs,
      reference: options.reference ?? null,
      window: options.windowFile ?? Object.values(options.window!),
      correction,
      simulations,
      ...(simulated && {
        null: options.null,
        alpha: options.alpha,
        band: options.band,
        seed: options.seed,
      }),
    },
    warnings,
    seconds,
  };
  print(options, summary, () => describe(linesOf(summary, simulated), summary));
}

function checkOptions({ window, windowFile, type, reference, weight, ...options }: RipleyKOptions) {
  if ((window === undefined) === (windowFile === undefined)) {
    throw new UsageError('Give either --window x0,y0,x1,y1 or --window-file with its corners.');
  }
  if ((type === undefined) !== (reference === undefined)) {
    throw new UsageError('--type and --reference belong together.');
  }
  if (options.null === 'random-labelling' && reference === undefined) {
    throw new UsageError('--null random-labelling needs --type and --reference.');
  }
  if (weight !== undefined) throw new UsageError('K counts rows; it takes no --weight.');
}

/** The rows, and which of them to look at; all where no type is asked for. */
async function readKind(options: RipleyKOptions) {
  const { type, reference } = options;
  if (type === undefined) return { ...(await readPoints(options)), kind: undefined };
  const { types, numberOf, ...points } = await readTypedPoints({ ...options, type });
  return { ...points, kind: { types, reference: numberOf(reference!) } };
}

async function readWindow(options: RipleyKOptions): Promise<ObservationWindow> {
  const { window, windowFile } = options;
  if (window) return rectangularWindow(window);
  const { x, y, lon, lat } = options;
  const columns = { ...(x && { x }), ...(y && { y }), ...(lon && { lon }), ...(lat && { lat }) };
  return polygonalWindow(await readPoints({ input: windowFile!, ...columns }));
}

/** The band is of K, the goodness of fit of L, whose variance hardly changes with r. */
async function simulate(study: KStudy, options: RipleyKOptions): Promise<BandSummary> {
  const { r, simulations, seed } = options;
  const curves = await simulateCurves({ here: simulateK, onThreads: simulateKOnThreads }, study, {
    nullModel: options.null,
    seed,
    from: 0,
    to: simulations,
  });
  const { k, l } = ripleyK(study);
  const { goodnessOfFit } = summariseBand(
    l,
    { curves: curves.map((value) => Math.sqrt(value / Math.PI)), radii: r },
    options,
  );
  return { ...summariseBand(k, { curves, radii: r }, options), goodnessOfFit };
}

function linesOf({ n, references, r, k, l }: KSummary, simulated: BandSummary | null): string[] {
  const band = simulated && { 'k low': simulated.low, 'k high': simulated.high };
  return [
    `K of ${references} points of ${n} rows, in square metres; L is r where they are spread at random`,
    ...curveLines(r, { k, l, ...band }),
    ...(simulated ? bandLines(simulated) : []),
  ];
}
