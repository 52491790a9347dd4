import type { RandomStream } from './random.js';

/** Stated employees; both null: not stated. */
export interface Jobs {
  low: number | null;
  high: number | null;
}

/** Bands of the survey of MediaCityUK. */
export type JobsBand = 'one' | '2-10' | '11-50' | '51-200' | 'more' | 'unstated';

const BOUNDS: Record<Exclude<JobsBand, 'unstated'>, readonly [fewest: number, most: number]> = {
  one: [1, 1],
  '2-10': [2, 10],
  '11-50': [11, 50],
  '51-200': [51, 200],
  more: [201, 600],
};

/** Shares of the businesses in each band, in per cent, and of those that state only the band. */
export const SIZE_PROFILES = {
  /** MediaCityUK as published: 7, 31, 22 and 6 %; the rest is larger or unstated. */
  media: {
    bands: { one: 7, '2-10': 31, '11-50': 22, '51-200': 6, more: 3, unstated: 31 },
    rangeShare: 0,
  },
  town: {
    bands: { one: 20, '2-10': 38, '11-50': 9, '51-200': 2, more: 0.5, unstated: 30.5 },
    rangeShare: 0.2,
  },
} satisfies Record<string, { bands: Record<JobsBand, number>; rangeShare: number }>;

export type SizeProfile = keyof typeof SIZE_PROFILES;

export function drawJobs(band: JobsBand, rangeShare: number, random: RandomStream): Jobs {
  if (band === 'unstated') return { low: null, high: null };
  const [low, high] = BOUNDS[band];
  if (random.chance(rangeShare)) return { low, high };
  // small figures are the commoner ones: the logarithm is spread evenly
  const jobs = Math.floor(low * ((high + 1) / low) ** random.fraction());
  return { low: jobs, high: jobs };
}
