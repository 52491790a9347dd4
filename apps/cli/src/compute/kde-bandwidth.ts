import {
  arcgisRadius,
  areaBandwidth,
  diggleBandwidth,
  improvedBandwidths,
  likelihoodBandwidth,
  normalBandwidth,
  sigmaOfRadius,
  sizeKernel,
  type BandwidthSearch,
  type Box,
  type Covariance,
  type Kernel,
  type WeightedPoints,
} from '@cluster-atlas/analytics';
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../usage-error.js';
import { positive } from './number-options.js';

const NORMAL_RULES = ['scott', 'silverman', 'scott-axes', 'scott-covariance'];
const SEARCHES: Record<string, (points: WeightedPoints, window: Box) => BandwidthSearch> = {
  diggle: diggleBandwidth,
  ppl: likelihoodBandwidth,
  cvl: areaBandwidth,
};
const RULES = [...NORMAL_RULES, 'isj', 'arcgis', ...Object.keys(SEARCHES)];

/** Whether the kernel that a rule chooses is not round. */
export function isOvalRule(rule: number | string | undefined): boolean {
  return rule === 'scott-axes' || rule === 'scott-covariance' || rule === 'isj';
}

/** Whether a rule compares bandwidths within a window. */
export function isSearch(rule: number | string | undefined): boolean {
  return typeof rule === 'string' && rule in SEARCHES;
}

/** Metres, or a rule's name. */
export function bandwidthOption(text: string): number | string {
  if (RULES.includes(text)) return text;
  try {
    return positive(text);
  } catch {
    throw new InvalidArgumentError(`Metres above 0, or one of ${RULES.join(', ')}.`);
  }
}

export interface Bandwidth {
  /** `fixed`, or the name of the rule. */
  rule: string;
  /** Metres; the geometric mean where it differs by axis. */
  sigma: number;
  /** The radius h of the kernel, metres; for a gaussian sigma itself. */
  support: number;
  axes: { x: number; y: number } | null;
  covariance: Covariance | null;
  warnings: string[];
}

interface BandwidthRequest {
  bandwidth?: number | string;
  support?: number;
  kernel: Kernel;
  window: Box;
}

/** @throws {UsageError} unless just one of the bandwidth and the support is given */
export function chooseBandwidth(points: WeightedPoints, request: BandwidthRequest): Bandwidth {
  const { bandwidth, support, kernel, window } = request;
  if ((bandwidth === undefined) === (support === undefined)) {
    throw new UsageError('Give --bandwidth, or --support for the radius of the kernel.');
  }
  const fixed = { axes: null, covariance: null, warnings: [] };
  const bySigma = (rule: string, sigma: number) => ({
    ...fixed,
    rule,
    sigma,
    support: sizeKernel(kernel, sigma).radius,
  });
  if (support !== undefined) return bySigma('fixed', sigmaOfRadius(kernel, support));
  if (typeof bandwidth === 'number') return bySigma('fixed', bandwidth);
  const rule = bandwidth!;
  if (rule === 'arcgis') return bySigma(rule, sigmaOfRadius('quartic', arcgisRadius(points)));
  if (NORMAL_RULES.includes(rule)) {
    const { sigma, x, y, covariance } = normalBandwidth(points);
    return {
      ...bySigma(rule, sigma),
      axes: rule === 'scott-axes' ? { x, y } : null,
      covariance: rule === 'scott-covariance' ? covariance : null,
    };
  }
  if (rule === 'isj') {
    const axes = improvedBandwidths(points);
    const { sigma, x, y } = axes
      ? { sigma: Math.sqrt(axes.x * axes.y), ...axes }
      : normalBandwidth(points);
    return {
      ...bySigma(rule, sigma),
      axes: { x, y },
      warnings: axes ? [] : ['There is no bandwidth by isj; it is that of scott-axes.'],
    };
  }
  const found = SEARCHES[rule]!(points, window);
  return {
    ...bySigma(rule, found.sigma),
    warnings: found.isAtEnd
      ? [`The bandwidth is the ${atWhichEnd(found)} that was tried; a better one may lie beyond.`]
      : [],
  };
}

function atWhichEnd({ sigma, sigmas }: BandwidthSearch): string {
  return sigma === sigmas[0] ? 'smallest' : 'largest';
}
