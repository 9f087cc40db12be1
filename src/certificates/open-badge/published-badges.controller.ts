import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { AllowEveryone } from '../../access/allow.decorator.js';
import type { WebReply } from '../../platform/web/request.js';
import { PublishedBadges } from './published-badges.service.js';

/** Verifying a badge takes three documents, and a wallet verifies several at once. */
const READS_PER_MINUTE = { rateLimit: { max: 120, timeWindow: '1 minute' } };
/** For how long a verifier may go without what changed since, in seconds. */
const KEPT_FOR = 300;

const id = z.uuid();
const listNumber = z.coerce.number().int().min(0).max(10_000);

/** Where a badge says that its keys and its status are; the addresses stand in every badge and must stay. */
@Controller('open-badges/issuers/:id')
@AllowEveryone()
export class PublishedBadgesController {
  constructor(@Inject(PublishedBadges) private readonly published: PublishedBadges) {}

  @Get()
  @RouteConfig(READS_PER_MINUTE)
  async issuer(@Res() reply: WebReply, @Param('id', { schema: id }) region: string) {
    return this.send(reply, 'application/ld+json', await this.published.issuer(region));
  }

  @Get('jwks')
  @RouteConfig(READS_PER_MINUTE)
  async jwks(@Res() reply: WebReply, @Param('id', { schema: id }) region: string) {
    return this.send(reply, 'application/jwk-set+json', await this.published.jwks(region));
  }

  @Get('keys/:keyId')
  @RouteConfig(READS_PER_MINUTE)
  async jwk(
    @Res() reply: WebReply,
    @Param('id', { schema: id }) region: string,
    @Param('keyId', { schema: id }) key: string,
  ) {
    return this.send(reply, 'application/jwk+json', await this.published.jwk(region, key));
  }

  @Get('status-lists/:list')
  @RouteConfig(READS_PER_MINUTE)
  async statusList(
    @Res() reply: WebReply,
    @Param('id', { schema: id }) region: string,
    @Param('list', { schema: listNumber }) list: number,
  ) {
    return this.send(reply, 'application/vc', await this.published.statusList(region, list));
  }

  private send(reply: WebReply, type: string, document: object): WebReply {
    return reply
      .type(type)
      .header('cache-control', `public, max-age=${KEPT_FOR}`)
      .header('access-control-allow-origin', '*')
      .send(JSON.stringify(document));
  }
}
