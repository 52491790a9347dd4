import type { z } from 'zod';

/** Who may use a route. Writing routes will need more than this one. */
type Policy = 'anyone';

export interface RouteDescription {
  policy: Policy;
  summary: string;
  tag: 'Hubs' | 'Clusters' | 'Areas' | 'Businesses' | 'Coverage' | 'Map' | 'Service';
  query?: z.ZodObject;
  /** JSON. */
  body?: z.ZodObject;
  /** Requests that one client may make; without it a proxy decides. */
  perMinute?: number;
  /** JSON; a text names another media type. */
  response?: z.ZodType | string;
}

/** By method and path. */
export type RouteDescriptions = Readonly<Record<string, RouteDescription>>;
