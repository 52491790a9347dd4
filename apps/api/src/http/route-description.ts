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
  /** The answer is a stream of server-sent events; of each, its data. */
  events?: z.ZodType;
}

/** By method and path. */
export type RouteDescriptions = Readonly<Record<string, RouteDescription>>;
