import { z } from 'zod';
import { Count, Excluded } from './measures.js';
import { Radii, SelectionQuery } from './selection.js';

const USUAL_RADII = [100, 250, 500, 1000, 2000, 5000];

/** The selection, and at which distances it is asked whether it gathers. */
export const ConcentrationQuery = SelectionQuery.extend({
  radii: Radii.transform((radii) => [...new Set(radii)].sort((a, b) => a - b))
    .default(USUAL_RADII)
    .describe('Metres, separated by commas.'),
  labellings: z.coerce
    .number<string>()
    .int()
    .min(19)
    .max(999)
    .default(199)
    .describe('Random labellings of all businesses, which give the band.'),
  seed: z.coerce
    .number<string>()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(1)
    .describe('Of the random labellings: the same seed gives the same band.'),
});
export type ConcentrationQuery = z.infer<typeof ConcentrationQuery>;

/** How much more than all business the selection gathers, by distance: M of Marcon and Puech. */
export const Concentration = z.object({
  businesses: Count.describe('Of the selection, with a place on the map.'),
  points: Count.describe('Their places: a business counts once at each.'),
  all: Count.describe('Places of all businesses, whatever their sector and size.'),
  curve: z.array(
    z.object({
      radius: z.number().describe('Metres.'),
      m: z
        .number()
        .nullable()
        .describe(
          'How many times as frequent the selection is within this distance of its own businesses as among all; 1: spread like all. Null where nothing is around any.',
        ),
      low: z.number().nullable().describe('Lower end of the band of the random labellings.'),
      high: z.number().nullable(),
    }),
  ),
  classification: z
    .enum(['localised', 'dispersed', 'random'])
    .describe('Whether the curve leaves the band, which 5 % of the labellings do anywhere.'),
  p: z
    .number()
    .nullable()
    .describe('That such a curve comes about by chance, over all distances (DCLF test).'),
  labellings: Count,
  excluded: Excluded,
  definition: z.record(z.string(), z.unknown()),
  warnings: z.array(z.string()),
});
export type Concentration = z.infer<typeof Concentration>;
