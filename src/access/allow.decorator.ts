import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Actor, Role } from '../shared/actor.js';
import type { WebRequest } from '../platform/web/request.js';

export const ALLOWED = 'allowed-roles';
export type Allowed = readonly Role[] | 'everyone';

/** The roles that may use a route; a route without this or AllowEveryone is refused to all. */
export const Allow = (...allowed: Role[]) => SetMetadata<string, Allowed>(ALLOWED, allowed);

/** A route for visitors too. */
export const AllowEveryone = () => SetMetadata<string, Allowed>(ALLOWED, 'everyone');

/** Who asks, as the guard found out; only on routes with Allow. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<WebRequest>();
  if (!actor) throw new Error('A route for everyone has no actor to give');
  return actor;
});
