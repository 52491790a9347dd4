import { z } from 'zod';
import { ClusterEvidence, ClusterTier, TierThresholds } from './cluster-assessment.js';
import { Count, Jobs, Quotient, SectorShare, Excluded } from './measures.js';
import { CLUSTER_MEMBER_PAGE, CLUSTER_MEMBERS } from './member-page.js';
import { SelectionQuery } from './selection.js';

const wholeNumber = (least: number, most: number) =>
  z.coerce.number<string>().int().min(least).max(most);

/** The selection, and how clusters are found in it. */
export const ClusterQuery = SelectionQuery.extend({
  weight: z
    .enum(['businesses', 'jobs'])
    .default('businesses')
    .describe(
      '`businesses`: each place of a business weighs 1; `jobs`: its part of the jobs that the business states, the low end of a range, divided evenly over its places. Businesses that state none are left out, and there is no test for significance.',
    ),
  method: z
    .enum(['dbscan', 'hdbscan'])
    .default('dbscan')
    .describe('`dbscan`: one density everywhere; `hdbscan`: each cluster at its own.'),
  eps: z.coerce
    .number<string>()
    .min(10)
    .max(20_000)
    .default(250)
    .describe('DBSCAN: how far neighbours may be apart, in metres.'),
  minPoints: wholeNumber(1, 100_000)
    .default(10)
    .describe(
      'DBSCAN: businesses, or jobs by `weight`, within `eps`, itself included, that make a core.',
    ),
  labels: z
    .enum(['nearest', 'sklearn', 'postgis', 'star'])
    .default('nearest')
    .describe('DBSCAN: which cluster a border business joins when several are in reach.'),
  minClusterSize: wholeNumber(2, 100_000)
    .default(10)
    .describe('HDBSCAN*: businesses, or jobs by `weight`, that a cluster has at least.'),
  minSamples: wholeNumber(1, 100_000)
    .optional()
    .describe(
      'HDBSCAN*: neighbours, or jobs by `weight`, within the core distance; `minClusterSize` by default.',
    ),
  minScale: z.coerce
    .number<string>()
    .min(0)
    .max(20_000)
    .optional()
    .describe(
      'HDBSCAN*: metres below which distances are not told apart, so that no density is without limit; 0 by default, 100 for jobs, where every large employer would be a cluster by itself.',
    ),
  selection: z
    .enum(['eom', 'leaf'])
    .default('eom')
    .describe('HDBSCAN*: `eom`, the clusters that last longest; `leaf`, the smallest ones.'),
  selectionEpsilon: z.coerce
    .number<string>()
    .min(0)
    .max(20_000)
    .default(0)
    .describe('HDBSCAN*: metres within which clusters are not told apart.'),
  minSize: wholeNumber(0, 1_000_000)
    .default(0)
    .describe('Clusters with fewer businesses are not listed.'),
  labellings: wholeNumber(0, 9_999)
    .default(0)
    .describe(
      'Random labellings of all businesses that each cluster is tested against; 0: no test. 999 are usual.',
    ),
  seed: wholeNumber(0, 2 ** 31 - 1)
    .default(1)
    .describe('Of the random labellings: the same seed gives the same p-values.'),
  robustness: z
    .stringbool()
    .default(false)
    .describe('Whether other parameters are tried, to see which clusters persist.'),
});
export type ClusterQuery = z.infer<typeof ClusterQuery>;

/** The same run again, and which page of a cluster's businesses. */
export const ClusterMembersQuery = ClusterQuery.extend(CLUSTER_MEMBER_PAGE);
export type ClusterMembersQuery = z.infer<typeof ClusterMembersQuery>;

/** The same as a file. */
export const ClusterMembersFileQuery = ClusterQuery.extend(CLUSTER_MEMBERS);
export type ClusterMembersFileQuery = z.infer<typeof ClusterMembersFileQuery>;

const Position = z.tuple([z.number(), z.number()]).describe('Longitude, latitude.');

const Outline = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(Position))),
});

const Significance = z.object({
  p: z
    .number()
    .describe(
      'Of random labellings and the observed one, the share with a cluster anywhere that stands out as much.',
    ),
  level: z
    .enum(['strong', 'weak', 'none'])
    .describe('p < 0.01, p < 0.05, or not distinguishable from the background.'),
  expected: z
    .number()
    .describe('Businesses of the selection within reach, if it were spread like all businesses.'),
  labellings: Count.describe('Random labellings on which p rests.'),
});

export const Cluster = z.object({
  id: z
    .string()
    .nullable()
    .describe(
      'Permanent, through the kept runs of one definition; null in a run that is not kept.',
    ),
  slug: z.string(),
  name: z
    .string()
    .describe('After the nearest hub or place and the leading sector; unique in the run.'),
  size: Count.describe('Businesses.'),
  establishments: Count.describe('Places of its businesses: one counts once at each.'),
  cores: Count.describe('Of the places of its businesses, those that are core.'),
  ...Jobs,
  areaKm2: z.number().describe('Of the outline.'),
  perimeter: z.number().describe('Metres.'),
  compactness: z.number().describe('4 pi area / perimeter²: 1 for a circle.'),
  densityPerKm2: z.number(),
  jobsPerKm2: z.number().nullable(),
  centre: Position,
  ...Quotient,
  matching: Count.describe('Businesses of the selection inside the outline.'),
  all: Count.describe('All businesses inside the outline, whatever their sector and size.'),
  earlier: z
    .object({ date: z.string(), matching: Count })
    .nullable()
    .describe(
      'Businesses of the selection inside the outline three years before; null where that is before the first loaded edition.',
    ),
  tier: ClusterTier,
  evidence: ClusterEvidence,
  significance: Significance.nullable().describe('Null where it was not tested.'),
  robustness: z
    .number()
    .nullable()
    .describe(
      'Share of other parameters that find at least half of it; null where none were tried.',
    ),
  effectiveSectors: z
    .number()
    .nullable()
    .describe('1 / Herfindahl index over divisions: as many equal divisions would be as diverse.'),
  sectors: z
    .array(SectorShare)
    .describe('Divisions of its businesses by primary sector, largest first.'),
  hubs: z.array(z.object({ slug: z.string(), name: z.string() })).describe('Inside the outline.'),
  outline: Outline,
});
export type Cluster = z.infer<typeof Cluster>;

export const ClusterRun = z.object({
  clusters: z.array(Cluster).describe('The largest first.'),
  businesses: Count.describe('Of the selection, with a place on the map.'),
  points: Count.describe(
    'Their places: a business counts once at each. By jobs, those of businesses with jobs.',
  ),
  clustered: Count.describe('Businesses in a cluster.'),
  core: Count.describe('Places.'),
  border: Count.describe('Places.'),
  noise: Count.describe('Places.'),
  tooSmall: Count.describe('Clusters that are not listed because they are smaller than `minSize`.'),
  base: z.object({ count: Count, all: Count }),
  tiers: TierThresholds.nullable().describe(
    'Null where every business is selected, or there are fewer than four clusters to compare.',
  ),
  excluded: Excluded,
  definition: z.record(z.string(), z.unknown()).describe('Every choice that made these numbers.'),
  warnings: z.array(z.string()),
});
export type ClusterRun = z.infer<typeof ClusterRun>;
