import { z } from 'zod';
import { Count, Excluded, Jobs, Quotient, SectorShare } from './measures.js';

const Ring = z.object({
  radius: z.number().describe('Metres; the disc from the centre to here.'),
  areaKm2: z.number(),
  count: Count.describe('Businesses that match the filter.'),
  all: Count.describe('All businesses, whatever their sector and size.'),
  ...Jobs,
  densityPerKm2: z.number(),
  jobsPerKm2: z.number().nullable(),
  ...Quotient,
});
export type Ring = z.infer<typeof Ring>;

const Annulus = z.object({
  inner: z.number().describe('Metres.'),
  outer: z.number().describe('Metres.'),
  areaKm2: z.number(),
  count: Count,
  all: Count,
  densityPerKm2: z.number(),
});

export const HubDensity = z.object({
  hub: z
    .object({ slug: z.string(), name: z.string(), kind: z.string() })
    .nullable()
    .describe('Null for a point that is no hub.'),
  centre: z.object({
    longitude: z.number(),
    latitude: z.number(),
    easting: z.number().describe('Metres, EPSG:27700.'),
    northing: z.number(),
  }),
  rings: z.array(Ring),
  annuli: z.array(Annulus),
  gravity: z.object({
    scaleMetres: z.number(),
    firms: z.number().describe('Sum of exp(-d / scale) over matching businesses, in firms.'),
    allFirms: z.number(),
    jobs: z.number().nullable().describe('The same weighted by stated employees, in jobs.'),
  }),
  sectors: z
    .array(SectorShare)
    .describe('Mix of the largest ring by primary sector, largest first.'),
  nearest: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      distance: z.number().describe('Metres.'),
      postcode: z.string().nullable(),
      sector: z.string().nullable(),
    }),
  ),
  base: z.object({ name: z.string(), count: Count, all: Count }),
  excluded: Excluded,
  definition: z.record(z.string(), z.unknown()).describe('Every choice that made these numbers.'),
  warnings: z.array(z.string()),
});
export type HubDensity = z.infer<typeof HubDensity>;
