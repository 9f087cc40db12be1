import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { isApi, type WebRequest } from '../platform/web/request.js';
import type { Actor } from '../shared/actor.js';
import { ActorQueries } from './actor.queries.js';
import { ALLOWED, type Allowed } from './allow.decorator.js';
import { signInCookie } from './sign-in-cookie.js';

/** Finds out who asks, and whether that role may use the route; a route that declares nothing is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ActorQueries) private readonly actors: ActorQueries,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WebRequest>();
    const allowed = this.reflector.getAllAndOverride<Allowed | undefined>(ALLOWED, [
      context.getHandler(),
      context.getClass(),
    ]);
    request.actor = await this.whoAsks(request);
    if (allowed === 'everyone') return true;
    if (!request.actor) throw new DomainError('sign-in-needed');
    const { role } = request.actor;
    if (!allowed || role === 'system' || !allowed.includes(role)) throw new DomainError('not-allowed');
    return true;
  }

  private async whoAsks(request: WebRequest): Promise<Actor | null> {
    if (isApi(request)) {
      const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      return key ? this.actors.byApiKey(key) : null;
    }
    const token = request.cookies[signInCookie(this.config)];
    return token ? this.actors.bySignIn(token) : null;
  }
}
