import { Inject, Injectable } from '@nestjs/common';
import type { FactOf } from '../facts.js';
import { HandlesJob } from '../platform/jobs/job-handlers.js';
import { ReminderPlanning } from './reminder-planning.service.js';
import { ReminderSending } from './reminder-sending.service.js';

@Injectable()
export class ReminderJobs {
  constructor(
    @Inject(ReminderPlanning) private readonly planning: ReminderPlanning,
    @Inject(ReminderSending) private readonly sending: ReminderSending,
  ) {}

  @HandlesJob('reminders.plan')
  async plan({ enrolmentId }: FactOf<'enrolment.confirmed'>): Promise<void> {
    await this.planning.plan(enrolmentId);
  }

  @HandlesJob('reminders.replan')
  async replan({ sessionId }: FactOf<'session.moved'>): Promise<void> {
    await this.planning.replan(sessionId);
  }

  @HandlesJob('reminders.plan-rule')
  async planRule({ ruleId }: FactOf<'reminder-rule.changed'>): Promise<void> {
    await this.planning.planRule(ruleId);
  }

  @HandlesJob('reminders.withdraw')
  async withdraw({ enrolmentId }: FactOf<'enrolment.cancelled'>): Promise<void> {
    await this.planning.withdraw(enrolmentId);
  }

  @HandlesJob('reminders.withdraw-for-session')
  async withdrawForSession({ sessionId }: FactOf<'session.cancelled'>): Promise<void> {
    await this.planning.withdrawForSession(sessionId);
  }

  @HandlesJob('reminders.send-due')
  async sendDue(): Promise<void> {
    await this.sending.sendDue();
  }
}
