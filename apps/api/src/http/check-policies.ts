import { RequestMethod, type Type } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { ROUTES } from './routes.js';

/**
 * Compares the controllers' routes with the policy table, both ways.
 *
 * @throws {Error} naming each route without a policy and each policy without a route
 */
export function checkPolicies(discovery: DiscoveryService): void {
  const routes = discovery.getControllers().flatMap(({ metatype }) => routesOf(metatype as Type));
  const missing = routes.filter((route) => !(route in ROUTES));
  const stale = Object.keys(ROUTES).filter((route) => !routes.includes(route));
  if (missing.length > 0) throw new Error(`Routes without a policy: ${missing.join(', ')}`);
  if (stale.length > 0) throw new Error(`Policies without a route: ${stale.join(', ')}`);
}

function routesOf(controller: Type): string[] {
  const prefix = String(Reflect.getMetadata('path', controller));
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name]!;
    const path: unknown = Reflect.getMetadata('path', handler);
    const method: unknown = Reflect.getMetadata('method', handler);
    if (typeof path !== 'string' || typeof method !== 'number') return [];
    const address = ['', prefix, path]
      .join('/')
      .replace(/\/+/g, '/')
      .replace(/(?<=.)\/$/, '');
    return [`${RequestMethod[method]} ${address}`];
  });
}
