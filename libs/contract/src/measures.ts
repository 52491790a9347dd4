import { z } from 'zod';

export const Count = z.int().nonnegative();

/** Stated employees: never imputed, so `coverage` says for how many businesses there is a figure. */
export const Jobs = {
  jobs: z
    .number()
    .nullable()
    .describe(
      'Sum of stated employees, the lower bound where a range is stated; null where none is.',
    ),
  jobsHigh: z.number().nullable().describe('The same with upper bounds.'),
  jobsCoverage: z.number().nullable().describe('Share of the businesses with a figure.'),
};

export const Quotient = {
  lq: z
    .number()
    .nullable()
    .describe('(count / all) / (the same in the base); null where there are no businesses.'),
  low: z.number().nullable().describe('Lower end of its 95 % interval; null when count is 0.'),
  high: z.number().nullable(),
};

export const SectorShare = z.object({
  code: z.string().describe('Division of UK SIC 2007.'),
  title: z.string(),
  count: Count,
  share: z.number().describe('Of the matching businesses with a primary sector.'),
});

export const Excluded = z.object({
  massAddress: Count.describe('Businesses left out because a mass address is their only place.'),
  noLocation: Count.describe('Businesses that could not be placed.'),
  notAlive: Count.describe('Not yet begun, or ended, on the date.'),
  status: Count.describe('Of another status.'),
});
