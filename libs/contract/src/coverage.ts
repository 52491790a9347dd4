import { z } from 'zod';
import { BoundingBox } from './businesses.js';
import { Count } from './measures.js';
import { Radii, SelectionQuery } from './selection.js';
import { FINEST_CELL_ZOOM } from './tiles.js';

/** The selection, and where. */
export const CoverageQuery = SelectionQuery.extend({
  bbox: BoundingBox.optional().describe(
    'west,south,east,north in degrees, WGS 84; everywhere without it. What has no place is counted all the same.',
  ),
});
export type CoverageQuery = z.infer<typeof CoverageQuery>;

const PRECISIONS = ['given', 'unit', 'sector', 'outcode'] as const;

export const PLACELESS_REASONS = [
  'noAddress',
  'noPostcode',
  'unreadablePostcode',
  'unknownPostcode',
  'otherPlace',
] as const;

const Share = z.number().nullable().describe('Null of no businesses.');

/** What every answer about coverage repeats. */
const basis = {
  definition: z.record(z.string(), z.unknown()).describe('Every choice that made these numbers.'),
  warnings: z.array(z.string()),
};

const SourceCoverage = z.object({
  slug: z.string(),
  name: z.string(),
  businesses: Count.describe('Of `businesses`, those that it names, now or before.'),
  share: Share,
  firstEdition: z.string().nullable().describe('The first day that it tells of.'),
  newestEdition: z.string().nullable(),
});

const Overlap = z.object({
  sources: z.tuple([z.string(), z.string()]).describe('Slugs.'),
  first: Count,
  second: Count,
  both: Count.describe('Businesses that both name.'),
  total: z
    .object({
      lincolnPetersen: z.number(),
      chapman: z.number(),
      low: z.number().describe('95 % interval of `chapman`, log-normal.'),
      high: z.number(),
    })
    .nullable()
    .describe(
      'How many there are, those in neither list included, if the lists are independent of each other; null where they share no business.',
    ),
});

/** How much of a selection is on the map, how exactly, and who says so. */
export const Coverage = z.object({
  businesses: Count.describe(
    'That match: with a box, those with a place in it; else also those without a location.',
  ),
  onMap: Count,
  massAddress: Count.describe('Left out, because a mass address is their only place.'),
  withoutLocation: z.object({
    total: Count.describe('Wherever they may be.'),
    reasons: z
      .array(z.object({ reason: z.enum(PLACELESS_REASONS), businesses: Count }))
      .describe(
        'noAddress: none is stated; noPostcode: an address without one; unreadablePostcode: not British, or mistyped; unknownPostcode: no list of postcodes has it; otherPlace: placed, but not as the selection’s kind of location, or not on its date.',
      ),
  }),
  precisions: z
    .array(z.object({ precision: z.enum(PRECISIONS), businesses: Count, share: Share }))
    .describe('Of those on the map, by the best known of their places.'),
  withSector: z.object({ businesses: Count, share: Share }),
  withSize: z
    .object({ businesses: Count, share: Share })
    .describe('With a stated number of employees.'),
  sources: z.array(SourceCoverage).describe('The most businesses first.'),
  overlaps: z.array(Overlap).describe('Each two sources that name any of the businesses.'),
  closedKnownSince: z
    .string()
    .nullable()
    .describe('The first loaded edition: before it only businesses that survived it are known.'),
  ...basis,
});
export type Coverage = z.infer<typeof Coverage>;

/** The addresses that most of the selected businesses share. */
export const AddressList = z.object({
  items: z
    .array(
      z.object({
        postcode: z.string().nullable().describe('Null: none is stated; then an exact place.'),
        address: z.string().nullable().describe('As one of the businesses there states it.'),
        easting: z.number().describe('Metres, EPSG:27700.'),
        northing: z.number(),
        longitude: z.number(),
        latitude: z.number(),
        businesses: Count.describe('That match, each once.'),
        registrations: Count.nullable().describe('Live ones at the postcode, of any business.'),
        isMassAddress: z
          .boolean()
          .describe('More than 500 live registrations, and not inside a hub.'),
        isLeftOut: z
          .boolean()
          .describe('From clusters, densities and counts, under the selection’s choice.'),
      }),
    )
    .describe('The most businesses first.'),
  ...basis,
});
export type AddressList = z.infer<typeof AddressList>;

export const HubRankingQuery = CoverageQuery.extend({
  radii: Radii.default([250, 500, 1000, 2000]).describe(
    'Radii of the discs in metres, separated by commas.',
  ),
});
export type HubRankingQuery = z.infer<typeof HubRankingQuery>;

/** The hubs in order of the businesses around them, and whether the order rests on the radius. */
export const HubRanking = z.object({
  radii: z.array(z.number()).describe('Metres, ascending.'),
  hubs: z
    .array(
      z.object({
        slug: z.string(),
        name: z.string(),
        counts: z.array(Count).describe('For each radius.'),
        densities: z.array(z.number()).describe('Businesses per km² of each full disc.'),
        ranks: z.array(Count).describe('For each radius; equal counts share a rank.'),
      }),
    )
    .describe('Those that are among the first eight within any radius.'),
  allHubs: Count.describe('Hubs in the box.'),
  reversals: z
    .array(
      z.object({
        ahead: z.string().describe('Slug of the hub that is ahead within `from`.'),
        behind: z.string().describe('The one that is ahead of it within `to`.'),
        from: z.number().describe('Metres: the least radius that tells the two apart.'),
        to: z.number(),
      }),
    )
    .describe('Pairs of these hubs that change places, the leading ones first.'),
  compared: Count.describe('Pairs of these hubs that any radius tells apart.'),
  ...basis,
});
export type HubRanking = z.infer<typeof HubRanking>;

const Metres = z.number().nullable().describe('Metres; null of no businesses.');

/** How far businesses trade from where they are registered. */
export const OfficeDistances = z.object({
  both: Count.describe('Businesses with a registered office and a place of trading or activity.'),
  apart: Count.describe('Of them, those whose two places differ.'),
  share: Share,
  onlyRegistered: Count,
  onlyTrading: Count,
  massAddress: Count.describe('Not compared, because a mass address is one of the two.'),
  percentiles: z
    .array(z.object({ share: z.number(), metres: Metres }))
    .describe('Of the distances of those that differ, type 7.'),
  bands: z
    .array(z.object({ from: z.number(), to: z.number().nullable(), businesses: Count }))
    .describe('Of `both`, by metres: from, inclusive, to below; null: no end.'),
  ...basis,
});
export type OfficeDistances = z.infer<typeof OfficeDistances>;

export const OfficeCellQuery = CoverageQuery.extend({
  zoom: z.coerce
    .number<string>()
    .int()
    .min(0)
    .max(FINEST_CELL_ZOOM)
    .default(FINEST_CELL_ZOOM)
    .describe('Of the map whose cells are meant; closer in it shows those of the closest.'),
  more: z
    .enum(['registered', 'trading'])
    .optional()
    .describe('Only cells where more are registered than trade, or more trade.'),
  limit: z.coerce.number<string>().int().min(1).max(1_000).default(20),
});
export type OfficeCellQuery = z.infer<typeof OfficeCellQuery>;

const OfficeCell = z.object({
  area: z.string().nullable().describe('The smallest loaded area around its middle.'),
  beside: z.string().nullable().describe('How its middle lies from the nearest hub.'),
  easting: z.number().describe('Of its middle; metres, EPSG:27700.'),
  northing: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  sideMetres: z.number().describe('On the ground.'),
  registered: Count,
  trading: Count,
  difference: z.number().int().describe('Registered less trading.'),
  differencePerKm2: z.number(),
});

/** The cells of the map where most more are registered than trade, or the other way round. */
export const OfficeCells = z.object({
  items: z
    .array(OfficeCell)
    .describe(
      'The greatest difference first, whichever way it goes; of equals the northernmost, then the westernmost.',
    ),
  moreRegistered: Count.describe('Cells in the box, listed or not.'),
  moreTrading: Count,
  ...basis,
});
export type OfficeCells = z.infer<typeof OfficeCells>;
