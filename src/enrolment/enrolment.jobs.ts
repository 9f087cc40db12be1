import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { CalledOffSession } from './called-off-session.service.js';
import { ContactMail } from './contact-mail.service.js';
import { EnrolmentMail } from './enrolment-mail.service.js';

@Injectable()
export class EnrolmentJobs {
  constructor(
    @Inject(EnrolmentMail) private readonly mail: EnrolmentMail,
    @Inject(ContactMail) private readonly contacts: ContactMail,
    @Inject(CalledOffSession) private readonly calledOff: CalledOffSession,
  ) {}

  @HandlesJob('enrolment.tell-confirmed')
  async tellConfirmed({ enrolmentId }: FactOf<'enrolment.confirmed'>): Promise<void> {
    await this.mail.tellConfirmed(enrolmentId);
  }

  @HandlesJob('enrolment.tell-waitlisted')
  async tellWaitlisted({ enrolmentId }: FactOf<'enrolment.waitlisted'>): Promise<void> {
    await this.mail.tellWaitlisted(enrolmentId);
  }

  @HandlesJob('enrolment.tell-requested')
  async tellRequested({ enrolmentId }: FactOf<'enrolment.requested'>): Promise<void> {
    await this.mail.tellRequested(enrolmentId);
  }

  @HandlesJob('enrolment.tell-offered')
  async tellOffered({ enrolmentId }: FactOf<'enrolment.offered'>): Promise<void> {
    await this.mail.tellOffered(enrolmentId);
  }

  @HandlesJob('enrolment.tell-cancelled')
  async tellCancelled({ enrolmentId }: FactOf<'enrolment.cancelled'>): Promise<void> {
    await this.mail.tellCancelled(enrolmentId);
  }

  @HandlesJob('enrolment.tell-moved')
  async tellMoved({ sessionId }: FactOf<'session.moved'>): Promise<void> {
    await this.mail.tellMoved(sessionId, 'moved');
  }

  @HandlesJob('enrolment.tell-contacts-moved')
  async tellContactsMoved({ sessionId }: FactOf<'session.moved'>): Promise<void> {
    await this.contacts.tellMoved(sessionId);
  }

  @HandlesJob('enrolment.tell-changed')
  async tellChanged({ sessionId }: FactOf<'session.changed'>): Promise<void> {
    await this.mail.tellMoved(sessionId, 'changed');
  }

  @HandlesJob('enrolment.tell-no-seat')
  async tellNoSeat({ sessionId }: FactOf<'session.closed'>): Promise<void> {
    await this.mail.tellNoSeat(sessionId);
  }

  @HandlesJob('enrolment.end-for-called-off-session')
  async endForCalledOffSession({ sessionId }: FactOf<'session.cancelled'>): Promise<void> {
    await this.calledOff.endEnrolments(sessionId);
  }
}
