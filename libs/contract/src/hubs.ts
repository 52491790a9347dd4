import { z } from 'zod';

export const Hub = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  longitude: z.number(),
  latitude: z.number(),
});
export type Hub = z.infer<typeof Hub>;

export const HubList = z.object({ items: z.array(Hub) });
export type HubList = z.infer<typeof HubList>;

/** What a map needs before it shows anything. */
export const MapSettings = z.object({
  tileUrl: z
    .string()
    .nullable()
    .describe('Raster base map, `{z}/{x}/{y}`; null: draw the offline base.'),
  attribution: z.string(),
  extent: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .nullable()
    .describe('west,south,east,north of what is loaded, in degrees; null when nothing is.'),
});
export type MapSettings = z.infer<typeof MapSettings>;
