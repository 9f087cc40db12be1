import { Inject, Injectable } from '@nestjs/common';
import { HandlesJob } from '../jobs/job-handlers.js';
import { Idempotency } from './idempotency.js';

@Injectable()
export class IdempotencyJobs {
  constructor(@Inject(Idempotency) private readonly idempotency: Idempotency) {}

  @HandlesJob('idempotency.forget-old')
  async forgetOld(): Promise<void> {
    await this.idempotency.forgetOld();
  }
}
