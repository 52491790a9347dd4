import { z } from 'zod';
import { SelectionQuery } from './selection.js';

/** `west,south,east,north` in degrees. */
export const BoundingBox = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  .refine(([west, south, east, north]) => west <= east && south <= north, 'west,south,east,north');

/** Which of the selected businesses to list; with several places, all must hold. */
export const BusinessListQuery = SelectionQuery.extend({
  bbox: BoundingBox.optional().describe('west,south,east,north in degrees, WGS 84.'),
  site: z
    .string()
    .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/)
    .optional()
    .describe(
      'easting,northing in metres (EPSG:27700): the businesses at exactly this point, as a tile gives it.',
    ),
  near: z
    .string()
    .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/)
    .optional()
    .describe('latitude,longitude: list the nearest first; else the middle of the box is taken.'),
  limit: z.coerce.number<string>().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional().describe('`nextCursor` of the page before.'),
});
export type BusinessListQuery = z.infer<typeof BusinessListQuery>;

/** The same without pages. */
export const BusinessFileQuery = BusinessListQuery.omit({ limit: true, cursor: true });
export type BusinessFileQuery = z.infer<typeof BusinessFileQuery>;

export const BusinessSummary = z.object({
  id: z.string().describe('Public id.'),
  name: z.string(),
  status: z.string().nullable(),
  startedOn: z.string().nullable(),
  postcode: z.string().nullable(),
  isMassAddress: z.boolean().describe('Its postcode has more than 500 live registrations.'),
  longitude: z.number(),
  latitude: z.number(),
  precision: z
    .string()
    .describe('given, unit, sector or outcode: how exactly the position is known.'),
  sector: z.object({ code: z.string(), title: z.string() }).nullable().describe('Primary.'),
  jobsLow: z.number().nullable(),
  jobsHigh: z.number().nullable(),
});
export type BusinessSummary = z.infer<typeof BusinessSummary>;

export const BusinessList = z.object({
  total: z.int().describe('Exact.'),
  items: z.array(BusinessSummary),
  nextCursor: z.string().nullable(),
});
export type BusinessList = z.infer<typeof BusinessList>;

export const FacetQuery = SelectionQuery.extend({ bbox: BoundingBox.optional() });
export type FacetQuery = z.infer<typeof FacetQuery>;

const FacetValue = z.object({
  value: z.string().describe('As the matching query parameter takes it.'),
  label: z.string(),
  count: z.int().describe('Businesses, under all other facets’ choices.'),
});

export const Facets = z.object({
  total: z.int().describe('Businesses that match everything.'),
  all: z.int().describe('Businesses in the box whatever their sector, status and size.'),
  sections: z.array(FacetValue),
  divisions: z.array(FacetValue),
  sectorGroups: z.array(FacetValue),
  statuses: z.array(FacetValue),
  sizeBands: z.array(FacetValue),
  excluded: z.object({ massAddress: z.int(), noLocation: z.int() }),
});
export type Facets = z.infer<typeof Facets>;

export const SearchQuery = z.strictObject({ q: z.string().trim().min(2).max(100) });

export const SearchResults = z.object({
  hubs: z.array(
    z.object({ slug: z.string(), name: z.string(), longitude: z.number(), latitude: z.number() }),
  ),
  postcodes: z.array(z.object({ code: z.string(), longitude: z.number(), latitude: z.number() })),
  businesses: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      postcode: z.string().nullable(),
      longitude: z.number().nullable(),
      latitude: z.number().nullable(),
    }),
  ),
});
export type SearchResults = z.infer<typeof SearchResults>;
