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
