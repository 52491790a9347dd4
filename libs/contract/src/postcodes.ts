import { z } from 'zod';

export const MOST_POSTCODES = 1000;

/** Nothing but postcodes: whose they are is not asked. */
export const PostcodeQuestion = z.strictObject({
  postcodes: z.array(z.string().max(12)).min(1).max(MOST_POSTCODES),
});
export type PostcodeQuestion = z.infer<typeof PostcodeQuestion>;

const PostcodePosition = z.object({
  postcode: z.string().describe('As it was asked for.'),
  longitude: z.number(),
  latitude: z.number(),
  easting: z.number().describe('Metres, EPSG:27700.'),
  northing: z.number(),
  precision: z
    .string()
    .describe(
      'unit: of the postcode itself; sector, outcode: the middle of its sector or district.',
    ),
});

export const PostcodePositions = z.object({
  items: z.array(PostcodePosition).describe('Those that were found, in the order of the question.'),
});
export type PostcodePositions = z.infer<typeof PostcodePositions>;
