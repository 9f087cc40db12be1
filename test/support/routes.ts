import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ALLOWED, type Allowed } from '../../src/access/allow.decorator.js';
import { roles, type Role } from '../../src/shared/actor.js';
import type { TestApp } from './app.js';

/** A route as a controller declares it: every route that the running app answers is one of these. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its parameters as `:name`: '/sessions/:id'. */
  readonly path: string;
  readonly isApi: boolean;
  /** The roles that may use it; for a visitor's page all of them. */
  readonly roles: readonly Role[];
  readonly takesBody: boolean;
  /** The names that it reads from the query string. */
  readonly query: readonly string[];
}

// Nest's own numbers of the kinds of argument, and the name under which it keeps them.
const BODY = 3;
const QUERY = 4;
const ROUTE_ARGUMENTS = '__routeArguments__';

interface Argument {
  readonly schema?: { readonly shape?: object };
}
type Handler = (...args: never[]) => unknown;
type ControllerClass = (new (...args: never[]) => object) & { readonly prototype: Record<string, Handler> };

/** Every route of the app, sorted by path. */
export function routesOf({ app }: TestApp): Route[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .map(({ metatype }) => metatype as ControllerClass)
    .flatMap((controller) =>
      scanner
        .getAllMethodNames(controller.prototype)
        .filter((name) => Reflect.hasMetadata('path', controller.prototype[name]!))
        .map((name) => routeOf(controller, name)),
    )
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}

function routeOf(controller: ControllerClass, name: string): Route {
  const handler = controller.prototype[name]!;
  const segments = [controller, handler].map((target) => Reflect.getMetadata('path', target) as string);
  const path = `/${segments.join('/')}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  const allowed = (Reflect.getMetadata(ALLOWED, handler) ?? Reflect.getMetadata(ALLOWED, controller)) as
    Allowed | undefined;
  const declared = (Reflect.getMetadata(ROUTE_ARGUMENTS, controller, name) ?? {}) as Record<string, Argument>;
  const ofKind = (kind: number) =>
    Object.entries(declared).filter(([key]) => Number.parseInt(key, 10) === kind);
  return {
    method: RequestMethod[Reflect.getMetadata('method', handler) as number] as Route['method'],
    path,
    isApi: path.startsWith('/api/'),
    roles: allowed === 'everyone' || allowed === undefined ? roles : allowed,
    takesBody: ofKind(BODY).length > 0,
    query: ofKind(QUERY).flatMap(([, { schema }]) => Object.keys(schema?.shape ?? {})),
  };
}
