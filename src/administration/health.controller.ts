import { Controller, Get, Inject, Res } from '@nestjs/common';
import { AllowEveryone } from '../access/allow.decorator.js';
import { ReadinessCheck } from '../platform/observability/readiness.js';
import type { WebReply } from '../platform/web/request.js';

/** For what watches over the processes: is this one alive, and can it serve. */
@Controller()
@AllowEveryone()
export class HealthController {
  constructor(@Inject(ReadinessCheck) private readonly readiness: ReadinessCheck) {}

  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res() reply: WebReply) {
    const found = await this.readiness.look();
    const ready = Object.values(found).every((check) => check === 'ok');
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ok' : 'failed', ...found });
  }
}
