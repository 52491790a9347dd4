import { z } from 'zod';
import { Count } from './measures.js';

export const ClusterTier = z
  .enum(['none', 'qualifying', 'significant', 'strong', 'strong10'])
  .nullable()
  .describe(
    'Beside the other clusters of the run, by `tiers`: null where the run has none, or no jobs of it are stated though jobs are compared.',
  );
export type ClusterTier = z.infer<typeof ClusterTier>;

/** What the clusters of a run were compared with. */
export const TierThresholds = z.object({
  amount: z
    .enum(['jobs', 'businesses'])
    .describe('Jobs where at least half of the businesses state them, else businesses.'),
  jobsCoverage: z.number().describe('Share of the businesses of the clusters that state jobs.'),
  compared: Count.describe('Clusters, those that are listed.'),
  lq25: z.number().describe('Quartile of the location quotients: `qualifying` is above it.'),
  lq50: z.number().describe('Their median: `significant` is above it.'),
  lq75: z.number().describe('`strong` reaches it, and 1.'),
  lq90: z.number().describe('`strong10` reaches it, and 1.'),
  amount25: z.number().describe('Every tier has more jobs or businesses.'),
  establishments25: z.number().describe('Every tier has more establishments.'),
});
export type TierThresholds = z.infer<typeof TierThresholds>;

const Evidence = z.object({
  verdict: z.enum(['met', 'notMet', 'noEvidence']),
  figure: z.number().nullable().describe('What was judged.'),
  against: z.number().nullable().describe('What it was judged against.'),
});
export type Evidence = z.infer<typeof Evidence>;

/** Whether it has what makes a cluster more than a crowd. */
export const ClusterEvidence = z.object({
  coLocated: Evidence.describe(
    'Met: p of the significance test below 0.05. Not tested: no evidence.',
  ),
  related: Evidence.describe(
    'Of all pairs of its businesses, the share within one division; met where it is greater than in the whole selection. No evidence where the selection is one division.',
  ),
  linked: Evidence.describe('Supply links: none are loaded, so there is no evidence.'),
  active: Evidence.describe(
    'Businesses of the selection inside the outline, by those three years before; met above 1, beside the same of the whole selection. No evidence before the first loaded edition, which holds survivors only.',
  ),
});
export type ClusterEvidence = z.infer<typeof ClusterEvidence>;
