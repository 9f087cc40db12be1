import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { knowsSecret } from '../access/shared-secret.js';
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
    if (!knowsSecret(request, this.config.metricsToken)) throw new DomainError('not-found');
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(metricsText(await this.work.standing()));
  }
}
