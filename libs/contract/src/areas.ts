import { z } from 'zod';
import { BoundingBox } from './businesses.js';
import { ClusterQuery } from './clusters.js';
import { Count, Excluded, Jobs, Quotient } from './measures.js';
import { MEMBER_PAGE, NAMED_MEMBERS } from './member-page.js';
import { SelectionQuery } from './selection.js';

/** The layer of a run's clusters; no layer of boundaries has this name. */
export const CLUSTER_LAYER = 'clusters';

/** The layer of one that a drawn area is; no layer of boundaries has this name either. */
export const DRAWN_LAYER = 'drawn';

const Extent = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('west,south,east,north in degrees.');

export const AreaLayer = z.object({
  layer: z.string(),
  areas: Count,
  extent: Extent,
  source: z.string().describe('Where the boundaries come from, and how that is to be said.'),
});
export type AreaLayer = z.infer<typeof AreaLayer>;

export const AreaLayerList = z.object({ items: z.array(AreaLayer) });
export type AreaLayerList = z.infer<typeof AreaLayerList>;

/** The selection, and the earlier date that growth is measured from. */
export const AreaQuery = SelectionQuery.extend({
  since: z.iso
    .date()
    .optional()
    .describe(
      'The earlier date of growth; five years before `date` by default. No growth is told from a date before the first loaded edition.',
    ),
});
export type AreaQuery = z.infer<typeof AreaQuery>;

/** A cluster of a run, measured within its outline as an area is. */
export const ClusterAreaQuery = ClusterQuery.extend({ since: AreaQuery.shape.since });
export type ClusterAreaQuery = z.infer<typeof ClusterAreaQuery>;

export const MOST_CORNERS = 200;

/** `latitude,longitude;latitude,longitude;…` as longitude, latitude pairs. */
export const Corners = z
  .string()
  .max(50 * MOST_CORNERS)
  .transform((text) =>
    text
      .split(';')
      .filter((corner) => corner.trim() !== '')
      .map((corner) => corner.split(',').map((degrees) => Number(degrees.trim() || NaN))),
  )
  .pipe(
    z
      .array(z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]))
      .min(3)
      .max(MOST_CORNERS),
  )
  .describe(
    `latitude,longitude of 3 to ${MOST_CORNERS} corners in their order, separated by semicolons.`,
  );

export const DrawnAreaQuery = AreaQuery.extend({ corners: Corners });
export type DrawnAreaQuery = z.infer<typeof DrawnAreaQuery>;

export const AreaMembersQuery = SelectionQuery.extend(MEMBER_PAGE);
export type AreaMembersQuery = z.infer<typeof AreaMembersQuery>;

export const DrawnAreaMembersQuery = SelectionQuery.extend({ ...MEMBER_PAGE, corners: Corners });
export type DrawnAreaMembersQuery = z.infer<typeof DrawnAreaMembersQuery>;

export const AreaMembersFileQuery = SelectionQuery.extend(NAMED_MEMBERS);
export type AreaMembersFileQuery = z.infer<typeof AreaMembersFileQuery>;

export const DrawnAreaMembersFileQuery = AreaMembersFileQuery.extend({ corners: Corners });
export type DrawnAreaMembersFileQuery = z.infer<typeof DrawnAreaMembersFileQuery>;

/** Of its years. */
export const DrawnSelectionQuery = SelectionQuery.extend({ corners: Corners });
export type DrawnSelectionQuery = z.infer<typeof DrawnSelectionQuery>;

export const AreaBoundaryQuery = z.strictObject({
  zoom: z.coerce
    .number<string>()
    .int()
    .min(0)
    .max(18)
    .default(10)
    .describe('Of the map: boundaries are drawn to about half of its pixels.'),
  bbox: BoundingBox.optional().describe('Areas that touch this box; all without it.'),
  code: z.string().max(100).optional().describe('This area only.'),
});
export type AreaBoundaryQuery = z.infer<typeof AreaBoundaryQuery>;

const ShrunkQuotient = z
  .number()
  .nullable()
  .describe(
    'The quotient drawn towards the mean of all areas, the more so the fewer businesses or jobs there are (empirical Bayes); null of a single area.',
  );

/** What is measured of an area; a business counts once in each area that it has a chosen place in. */
export const AreaMeasures = z.object({
  code: z.string(),
  name: z.string(),
  areaKm2: z.number().describe('Within the boundary, in EPSG:27700.'),
  matching: Count.describe('Businesses of the selection.'),
  all: Count.describe('All businesses, whatever their sector and size.'),
  densityPerKm2: z.number().nullable(),
  share: z.number().nullable().describe('matching / all.'),
  ...Quotient,
  shrunkLq: ShrunkQuotient,
  before: Count.nullable().describe(
    '`matching` at the earlier date; null where growth is not told.',
  ),
  growth: z.number().nullable().describe('matching / before - 1; null where before is 0 or null.'),
  ...Jobs,
});
export type AreaMeasures = z.infer<typeof AreaMeasures>;

const answer = {
  base: z.object({ count: Count, all: Count }).describe('Everything loaded, each business once.'),
  date: z.string(),
  since: z.string().nullable().describe('The earlier date of growth; null where none is told.'),
  excluded: Excluded,
  definition: z.record(z.string(), z.unknown()).describe('Every choice that made these numbers.'),
  warnings: z.array(z.string()),
};

export const AreaTable = z.object({
  layer: z.string(),
  areas: z.array(AreaMeasures).describe('By code.'),
  outside: z
    .object({ matching: Count, all: Count })
    .describe('Businesses of the base in none of the areas.'),
  ...answer,
});
export type AreaTable = z.infer<typeof AreaTable>;

export const AREA_TIERS = ['qualifying', 'significant', 'strong', 'strong10'] as const;
export const QUADRANTS = ['star', 'emerging', 'mature', 'transforming'] as const;

export const AreaDivision = z.object({
  code: z.string().describe('Division of UK SIC 2007; of jobs, of the level asked for.'),
  title: z.string(),
  count: Count.describe('Of all businesses, by their first sector; or of jobs.'),
  share: z.number(),
  baseShare: z
    .number()
    .describe('Its share in everything loaded; of jobs, in all areas of the kind.'),
  ...Quotient,
  shrunkLq: ShrunkQuotient,
  growth: z.number().nullable(),
  baseGrowth: z.number().nullable(),
  quadrant: z
    .enum(QUADRANTS)
    .nullable()
    .describe(
      'star: lq ≥ 1 and growing; emerging: lq < 1, growing; mature: lq ≥ 1, not growing; transforming: neither. Null without growth.',
    ),
  regional: z
    .number()
    .nullable()
    .describe('Shift-share: businesses or jobs gained on the same division elsewhere.'),
  tier: z
    .enum(AREA_TIERS)
    .nullable()
    .describe('The highest that it reaches among the areas of the layer with this division.'),
  thresholds: z
    .object({
      areas: Count.describe('With the division.'),
      count25: z.number().nullable().describe('Lower quartile of businesses or jobs.'),
      lq25: z.number().nullable(),
      lq50: z.number().nullable(),
      lq75: z.number().nullable(),
      lq90: z.number().nullable(),
    })
    .nullable()
    .describe('What the tiers compare with; null of a drawn area.'),
});
export type AreaDivision = z.infer<typeof AreaDivision>;

/** Year by year, within the boundary of today. */
export const AreaTrend = z.object({
  points: z
    .array(
      z.object({
        date: z.string(),
        matching: Count,
        all: Count,
        share: z.number().nullable().describe('matching / all.'),
        ...Quotient,
        baseMatching: Count.describe('Businesses of the selection in everything loaded.'),
      }),
    )
    .describe('The earliest first, none before the first loaded edition.'),
  definition: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
});
export type AreaTrend = z.infer<typeof AreaTrend>;

const AreaPeer = z.object({
  code: z.string(),
  name: z.string(),
  all: Count,
  distance: z
    .number()
    .describe(
      'sqrt(((ln all - ln all here) / standard deviation of ln all)² + (1 - cosine of division shares)²): 0 for an area of the same size and mix.',
    ),
});

export const ShiftShare = z
  .object({
    change: z.number(),
    national: z.number().describe('At the growth of the base.'),
    industry: z.number().describe('What the mix of sectors adds.'),
    regional: z.number().describe('The rest: the area’s own part.'),
  })
  .nullable();

export const AreaProfile = z.object({
  layer: z.string().nullable().describe('Null of a drawn area.'),
  extent: Extent,
  measures: AreaMeasures,
  sizeBands: z.array(
    z.object({
      band: z.string(),
      count: Count,
      share: z.number().nullable(),
      baseShare: z.number().nullable(),
    }),
  ),
  divisions: z.array(AreaDivision).describe('Of all businesses in it, the most first.'),
  shiftShare: ShiftShare.describe('Of all businesses by division; null where growth is not told.'),
  hubs: z.array(z.object({ slug: z.string(), name: z.string() })),
  peers: z.array(AreaPeer).describe('The areas of the layer that are most like it.'),
  ...answer,
});
export type AreaProfile = z.infer<typeof AreaProfile>;

/** How clusters are found, and the area whose clusters are told of. */
export const DrawnClustersQuery = ClusterQuery.extend({ corners: Corners });
export type DrawnClustersQuery = z.infer<typeof DrawnClustersQuery>;

/** Clusters of a run: whose centre lies in an area of a layer, or that meet a drawn one. */
export const AreaClusters = z.object({
  items: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      size: Count,
      densityPerKm2: z.number(),
    }),
  ),
});
export type AreaClusters = z.infer<typeof AreaClusters>;

const Ring = z.array(z.tuple([z.number(), z.number()]).describe('Longitude, latitude.'));

/** A GeoJSON feature collection of simplified boundaries. */
export const AreaBoundaries = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
});
export type AreaBoundaries = z.infer<typeof AreaBoundaries>;
