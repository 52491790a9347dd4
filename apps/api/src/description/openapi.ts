import { Problem } from '@cluster-atlas/contract';
import { z } from 'zod';
import type { RouteDescription } from '../http/route-description.js';
import { ROUTES } from '../http/routes.js';

/** The OpenAPI 3.1 document, made from the schemas that validate the requests. */
export function describeApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [route, description] of Object.entries(ROUTES)) {
    const [method, path] = route.split(' ') as [string, string];
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(path, description) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cluster Atlas',
      version: '1',
      description:
        'Businesses, hubs and the density around them. Distances are metres in EPSG:27700.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: [...new Set(Object.values(ROUTES).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
  };
}

function operation(path: string, description: RouteDescription) {
  const { summary, tag, query, body } = description;
  return {
    summary,
    tags: [tag],
    parameters: [...pathParameters(path), ...(query ? queryParameters(query) : [])],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(body, 'input') } },
      },
    }),
    responses: {
      200: { description: 'OK', content: content(description) },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
      },
    },
  };
}

/** Of a tile; other parts of a path are names. */
const COORDINATES = new Set(['z', 'x', 'y']);

function pathParameters(path: string) {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: COORDINATES.has(name!) ? 'integer' : 'string' },
  }));
}

function queryParameters(query: z.ZodObject) {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description && { description }),
    schema,
  }));
}

function content({ response, events }: RouteDescription) {
  if (events) return { 'text/event-stream': { schema: schemaOf(events, 'output') } };
  if (response === undefined) return {};
  if (typeof response === 'string') return { [response]: {} };
  return { 'application/json': { schema: schemaOf(response, 'output') } };
}

/** `input`: as a client writes it, before lists are split and defaults filled in. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return plain;
}
