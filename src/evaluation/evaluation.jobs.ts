import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { AskingService } from './asking.service.js';

@Injectable()
export class EvaluationJobs {
  constructor(@Inject(AskingService) private readonly asking: AskingService) {}

  @HandlesJob('evaluation.ask-after')
  async askAfter({ sessionId }: FactOf<'session.closed'>): Promise<void> {
    await this.asking.askAfter(sessionId);
  }

  @HandlesJob('evaluation.ask-due')
  async askDue(): Promise<void> {
    await this.asking.askDue();
  }

  @HandlesJob('evaluation.forget-invitations')
  async forgetInvitations(): Promise<void> {
    await this.asking.forgetInvitations();
  }
}
