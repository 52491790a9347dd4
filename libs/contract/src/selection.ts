import { z } from 'zod';

export const LOCATION_CHOICES = ['best', 'registered', 'trading', 'activity'] as const;
export const SIZE_BANDS = ['0', '1', '2-9', '10-49', '50-249', '250+', 'unknown'] as const;

/** `a,b,c` as a list; nothing between the commas is nothing. */
function commaList<Item extends z.ZodType<unknown, string>>(item: Item, most: number) {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item).max(most));
}

const SectorCode = z
  .string()
  .regex(
    /^([A-Ua-u]|\d{1,2}|\d{2}[./]?\d{1,2}([./]?\d)?)$/,
    'a section letter or a SIC 2007 code such as 62, 62.0, 62.01 or 62012',
  );

/**
 * Which businesses an answer is about. Every tile, list, count and analysis takes the same
 * parameters and means the same by them.
 */
export const SelectionQuery = z.strictObject({
  sectors: commaList(SectorCode, 200)
    .optional()
    .describe(
      'SIC 2007 sections, divisions, groups, classes or subclasses, separated by commas; each with all below it.',
    ),
  sectorGroup: z
    .string()
    .max(80)
    .optional()
    .describe(
      'A named group of sectors, for example `dcms-digital`. With `sectors`, either may match.',
    ),
  primaryOnly: z.stringbool().default(false).describe('Only the first sector code counts.'),
  status: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe(
      'The register’s whole status text, in any case. Without it: all still on the register.',
    ),
  location: z
    .enum(LOCATION_CHOICES)
    .default('best')
    .describe(
      'Which location places a business; `best` is where it trades, else its registered office.',
    ),
  massAddresses: z
    .enum(['exclude', 'include'])
    .default('exclude')
    .describe('Postcodes with more than 500 live registrations.'),
  date: z.iso
    .date()
    .refine((date) => date >= '1000', 'a day from the year 1000 on')
    .optional()
    .describe('The day that is mapped; today by default.'),
  sizeBands: commaList(z.enum(SIZE_BANDS), SIZE_BANDS.length)
    .optional()
    .describe('Bands of stated employees, separated by commas.'),
});
export type SelectionQuery = z.infer<typeof SelectionQuery>;

/** Metres. */
export const Radii = commaList(z.coerce.number<string>().positive().max(50_000), 20).refine(
  (radii) => radii.length > 0,
  'at least one radius',
);

/** A hub's density profile: the selection, and what it is compared with. */
export const HubDensityQuery = SelectionQuery.extend({
  radii: Radii.default([250, 500, 1000, 2000]).describe(
    'Radii of the discs in metres, separated by commas.',
  ),
  base: z
    .string()
    .regex(/^(loaded|country:GB|area:[\w-]{1,40})$/)
    .default('loaded')
    .describe(
      'What the location quotient compares with: everything loaded, `country:GB` or `area:CODE`.',
    ),
});
export type HubDensityQuery = z.infer<typeof HubDensityQuery>;
