import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { InterestService } from './interest.service.js';
import { NeedsPollMail } from './needs-poll-mail.service.js';
import { SessionInvitations } from './session-invitation.service.js';

@Injectable()
export class DemandJobs {
  constructor(
    @Inject(InterestService) private readonly interests: InterestService,
    @Inject(SessionInvitations) private readonly invitations: SessionInvitations,
    @Inject(NeedsPollMail) private readonly polls: NeedsPollMail,
  ) {}

  @HandlesJob('demand.end-interest')
  async endInterest({ enrolmentId }: FactOf<'enrolment.confirmed'>): Promise<void> {
    await this.interests.endForSeat(enrolmentId);
  }

  @HandlesJob('demand.invite')
  async invite({ sessionId }: FactOf<'session.opened'>): Promise<void> {
    await this.invitations.invite(sessionId);
  }

  @HandlesJob('demand.tell-called-off')
  async tellCalledOff({ sessionId }: FactOf<'session.cancelled'>): Promise<void> {
    await this.invitations.tellCalledOff(sessionId);
  }

  @HandlesJob('demand.mail-poll')
  async mailPoll({ pollId }: FactOf<'needs-poll.sent'>): Promise<void> {
    await this.polls.postAll(pollId);
  }

  @HandlesJob('demand.remind-polls')
  async remindPolls(): Promise<void> {
    await this.polls.remindDue();
  }
}
