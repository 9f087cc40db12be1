import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { ConfirmationService } from './confirmation.service.js';

@Injectable()
export class GrantsJobs {
  constructor(@Inject(ConfirmationService) private readonly confirmations: ConfirmationService) {}

  @HandlesJob('grants.release-commitment')
  async releaseCommitment({ sessionId }: FactOf<'session.cancelled'>): Promise<void> {
    await this.confirmations.release(sessionId);
  }
}
