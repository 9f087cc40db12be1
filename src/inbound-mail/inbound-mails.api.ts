import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { AllowEveryone } from '../access/allow.decorator.js';
import { knowsSecret } from '../access/shared-secret.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Operation } from '../platform/web/operation.js';
import type { WebRequest } from '../platform/web/request.js';
import { readUnreadBody } from '../platform/web/unread-body.js';
import { InboundMailService, MAX_MAIL } from './inbound-mail.service.js';

const MAILS_PER_MINUTE = { rateLimit: { max: 300, timeWindow: '1 minute' } };

/** Where a mail service brings what comes in; who does not know its secret finds nothing here. */
@Controller('api/v1/inbound-mails')
@AllowEveryone()
export class InboundMailsApi {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(InboundMailService) private readonly inbound: InboundMailService,
  ) {}

  @Post()
  @HttpCode(204)
  @RouteConfig(MAILS_PER_MINUTE)
  @Operation({
    summary: 'Neemt een mail aan die is binnengekomen, van wie het geheim INBOUND_MAIL_TOKEN meestuurt',
    answer: null,
    status: 204,
    unread: {
      type: 'message/rfc822',
      description: 'De mail zoals die binnenkwam (RFC 5322), hoogstens 10 MB.',
    },
  })
  async takeIn(@Req() request: WebRequest): Promise<void> {
    if (!knowsSecret(request, this.config.inboundToken)) throw new DomainError('not-found');
    await this.inbound.takeIn(await readUnreadBody(request, 'message/rfc822', MAX_MAIL));
  }
}
