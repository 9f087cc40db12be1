import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { hashToken } from '../access/tokens.rules.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { WebReply, WebRequest } from '../platform/web/request.js';
import { metricsText } from './metrics-text.js';
import { WorkService } from './work.service.js';

/** What the page about jobs shows, for a program that watches; who does not know the secret finds nothing here. */
@Controller('metrics')
@AllowEveryone()
export class MetricsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(WorkService) private readonly work: WorkService,
  ) {}

  @Get()
  async read(@Req() request: WebRequest, @Res() reply: WebReply) {
    const { metricsToken } = this.config;
    const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    // Hashes, so that the time a comparison takes tells nothing of the secret.
    if (!metricsToken || !given || hashToken(given) !== hashToken(metricsToken))
      throw new DomainError('not-found');
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(metricsText(await this.work.standing()));
  }
}
