import { Inject, Injectable, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { z } from 'zod';
import { ALLOWED, type Allowed } from '../access/allow.decorator.js';
import { TRANSLATOR, type Translator } from '../platform/i18n/translator.js';
import type { ApiRoute } from '../platform/web/openapi.js';
import { OPERATION, type OperationDoc } from '../platform/web/operation.js';

const PREFIX = 'api/v1';
// Nest keeps these under names of its own; its decorators are what is read here.
const ROUTE_ARGUMENTS = '__routeArguments__';
const ARGUMENT = { body: 3, query: 4, param: 5 } as const;

interface RouteArgument {
  readonly kind: number;
  readonly data?: string;
  readonly schema?: z.ZodType;
}
type Handler = (...args: never[]) => unknown;
type ControllerClass = new (...args: never[]) => object;

/** A route of the API as the controllers declare it; `doc` is absent where someone forgot Operation. */
export type DeclaredApiRoute = Omit<ApiRoute, 'doc'> & { readonly doc: OperationDoc | undefined };

/** Reads the API's routes from the controllers, so that the document cannot differ from what is served. */
@Injectable()
export class ApiRoutes {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(TRANSLATOR) private readonly translator: Translator,
  ) {}

  all(): DeclaredApiRoute[] {
    return this.discovery
      .getControllers()
      .map(({ metatype }) => metatype as ControllerClass)
      .flatMap((controller) => this.routesOf(controller));
  }

  private routesOf(controller: ControllerClass): DeclaredApiRoute[] {
    const base = this.reflector.get<string>('path', controller);
    if (base !== PREFIX && !base.startsWith(`${PREFIX}/`)) return [];
    const methods = controller.prototype as Record<string, Handler>;
    return this.scanner.getAllMethodNames(methods).flatMap((name) => {
      const handler = methods[name]!;
      const path = this.reflector.get<string | undefined>('path', handler);
      return path === undefined ? [] : [this.routeOf(controller, name, handler, `${base}/${path}`)];
    });
  }

  private routeOf(
    controller: ControllerClass,
    name: string,
    handler: Handler,
    path: string,
  ): DeclaredApiRoute {
    const method = RequestMethod[this.reflector.get<RequestMethod>('method', handler)];
    const args = argumentsOf(controller, name);
    return {
      method: method.toLowerCase() as ApiRoute['method'],
      path: `/${path.slice(PREFIX.length)}`
        .replace(/\/+/g, '/')
        .replace(/(?<=.)\/$/, '')
        .replace(/:(\w+)/g, '{$1}'),
      operationId: operationId(controller.name, name),
      doc: this.reflector.get<OperationDoc | undefined>(OPERATION, handler),
      allowed: this.allowedFor(controller, handler),
      params: args
        .filter(({ kind, data }) => kind === ARGUMENT.param && data !== undefined)
        .map(({ data = '', schema }) => ({ name: data, schema: schema ?? null })),
      query: args.find(({ kind }) => kind === ARGUMENT.query)?.schema ?? null,
      body: args.find(({ kind }) => kind === ARGUMENT.body)?.schema ?? null,
    };
  }

  private allowedFor(controller: ControllerClass, handler: Handler): string | null {
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOWED, [handler, controller]);
    if (allowed === 'everyone') return null;
    const t = this.translator('nl');
    return (allowed ?? []).map((role) => t(`access.role.${role}`)).join(', ');
  }
}

/** Keys are '<kind>:<place>'. */
function argumentsOf(controller: ControllerClass, method: string): RouteArgument[] {
  const found = Reflect.getMetadata(ROUTE_ARGUMENTS, controller, method) as
    Record<string, { data?: string; schema?: z.ZodType; index: number }> | undefined;
  return Object.entries(found ?? {})
    .map(([key, argument]) => ({ kind: parseInt(key, 10), ...argument }))
    .sort((a, b) => a.index - b.index);
}

/** 'SessionsApi' and 'list' make 'sessionsList'. */
function operationId(className: string, method: string): string {
  const resource = className.replace(/Api$/, '');
  return `${resource.charAt(0).toLowerCase()}${resource.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}
