import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { InvitationMail } from './invitation-mail.service.js';

@Injectable()
export class FollowUpJobs {
  constructor(@Inject(InvitationMail) private readonly mail: InvitationMail) {}

  @HandlesJob('follow-up.mail-invitations')
  async mailInvitations(): Promise<void> {
    await this.mail.sendDue();
  }

  @HandlesJob('follow-up.send-due')
  async sendDue(): Promise<void> {
    await this.mail.sendDue();
  }

  @HandlesJob('follow-up.tell-called-off')
  async tellCalledOff({ sessionId }: FactOf<'session.cancelled'>): Promise<void> {
    await this.mail.tellCalledOff(sessionId);
  }
}
