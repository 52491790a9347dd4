import { z } from 'zod';
import { ClusterQuery } from './clusters.js';
import { Count } from './measures.js';
import { SelectionQuery } from './selection.js';

const year = z.coerce.number<string>().int().min(1900).max(2100);

const MOST_YEARS = 100;

/** How clusters are found, and at which dates: at the end of each year, and at one more. */
export const ClusterHistoryQuery = ClusterQuery.omit({
  labellings: true,
  seed: true,
  robustness: true,
})
  .extend({
    date: SelectionQuery.shape.date.describe(
      'A day told of beside the ends of the years, at its place in time; no life cycle rests on it.',
    ),
    from: year.default(2005).describe('The first year.'),
    to: year.optional().describe('The last year; this one by default.'),
  })
  .refine(({ from, to = new Date().getUTCFullYear() }) => to >= from && to - from <= MOST_YEARS, {
    message: `the last year is up to ${MOST_YEARS} after the first`,
    path: ['to'],
  });
export type ClusterHistoryQuery = z.infer<typeof ClusterHistoryQuery>;

const CLUSTER_EVENTS = ['emerged', 'merged', 'split', 'dissolved', 'paused', 'returned'] as const;
export const LIFE_CYCLES = ['emerging', 'growing', 'stable', 'declining', 'ephemeral'] as const;

const TracedCluster = z.object({
  id: z.string().describe('The same at all dates at which it is there.'),
  name: z
    .string()
    .describe('The last one that a run gave it; unique: one that is gone may bear its last year.'),
  lifeCycle: z
    .enum(LIFE_CYCLES)
    .nullable()
    .describe(
      'emerging: there for less than 3 dates, the last included; growing, declining: by more than 10 % in 3 years, or gone; ephemeral: gone after less than 3; null: seen at survivors-only dates alone.',
    ),
  isGone: z.boolean().describe('Whether it is missing at the last date.'),
  versions: z
    .array(
      z.object({
        date: z.string(),
        slug: z.string().describe('Of the cluster in a run of the same choices at the date.'),
        name: z.string().describe('What that run calls it.'),
        size: Count.describe('Businesses.'),
        longitude: z.number(),
        latitude: z.number(),
        change: z
          .enum(['grow', 'shrink', 'same'])
          .nullable()
          .describe('Against the date before, by more than 10 %; null where it was not there.'),
      }),
    )
    .describe('In the order of dates.'),
});
export type TracedCluster = z.infer<typeof TracedCluster>;

const ClusterEvent = z.object({
  date: z.string().describe('The date at which it shows for the first time.'),
  event: z.enum(CLUSTER_EVENTS),
  clusters: z
    .array(z.string())
    .describe('Ids of those that it began with, or of the one concerned.'),
  into: z.array(z.string()).describe('Ids of those that it led to; empty if none.'),
});
export type ClusterEvent = z.infer<typeof ClusterEvent>;

const ClusterFlow = z.object({
  date: z.string(),
  from: z.string(),
  to: z.string(),
  businesses: Count.describe('That were in one at the date before, and are in the other now.'),
});

export const ClusterHistory = z.object({
  dates: z.array(
    z.object({
      date: z.string(),
      clusters: Count,
      clustered: Count.describe('Businesses in a cluster.'),
      businesses: Count,
      isSurvivorsOnly: z
        .boolean()
        .describe('Before the first loaded edition: who had closed by then is missing.'),
    }),
  ),
  clusters: z.array(TracedCluster).describe('By their greatest size.'),
  events: z
    .array(ClusterEvent)
    .describe('In the order of dates; none rests on survivors-only dates.'),
  flows: z.array(ClusterFlow).describe('Businesses between clusters of successive dates.'),
  definition: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
});
export type ClusterHistory = z.infer<typeof ClusterHistory>;
