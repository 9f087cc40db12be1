import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../../facts.js';
import { HandlesJob } from '../../platform/jobs/job-handlers.js';
import { TrainerMail } from './trainer-mail.service.js';

@Injectable()
export class TrainerJobs {
  constructor(@Inject(TrainerMail) private readonly mail: TrainerMail) {}

  @HandlesJob('trainers.tell-planned')
  async tellPlanned({ sessionId }: FactOf<'session.opened'>): Promise<void> {
    await this.mail.tellPlanned(sessionId, null);
  }

  @HandlesJob('trainers.tell-changed')
  async tellChanged({ sessionId, partId }: FactOf<'session.moved' | 'session.changed'>): Promise<void> {
    await this.mail.tellPlanned(sessionId, partId);
  }

  @HandlesJob('trainers.tell-left')
  async tellLeft({ partId, trainerId }: FactOf<'session.trainer-left'>): Promise<void> {
    await this.mail.tellLeft(partId, trainerId);
  }

  @HandlesJob('trainers.tell-called-off')
  async tellCalledOff({ sessionId }: FactOf<'session.cancelled'>): Promise<void> {
    await this.mail.tellCalledOff(sessionId);
  }
}
