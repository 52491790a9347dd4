import { z } from 'zod';

const Count = z.int().nonnegative();

/** Stated employees: never imputed, so `coverage` says for how many businesses there is a figure. */
const Jobs = {
  jobs: z
    .number()
    .nullable()
    .describe(
      'Sum of stated employees, the lower bound where a range is stated; null where none is.',
    ),
  jobsHigh: z.number().nullable().describe('The same with upper bounds.'),
  jobsCoverage: z.number().nullable().describe('Share of the businesses with a figure.'),
};

const Quotient = {
  lq: z
    .number()
    .nullable()
    .describe('(count / all) / (the same in the base); null for an empty ring.'),
  low: z.number().nullable().describe('Lower end of its 95 % interval; null when count is 0.'),
  high: z.number().nullable(),
};

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
    .array(
      z.object({
        code: z.string().describe('Division of UK SIC 2007.'),
        title: z.string(),
        count: Count,
        share: z.number().describe('Of the matching businesses with a primary sector.'),
      }),
    )
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
  excluded: z.object({
    massAddress: Count.describe('Businesses left out because a mass address is their only place.'),
    noLocation: Count.describe('Businesses that could not be placed.'),
    notAlive: Count.describe('Not yet begun, or ended, on the date.'),
    status: Count.describe('Of another status.'),
  }),
  definition: z.record(z.string(), z.unknown()).describe('Every choice that made these numbers.'),
  warnings: z.array(z.string()),
});
export type HubDensity = z.infer<typeof HubDensity>;
