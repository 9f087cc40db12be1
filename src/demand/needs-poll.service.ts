import { Inject, Injectable } from '@nestjs/common';
import type { MessageKey } from '../messages.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { insertRows } from '../platform/database/insert-rows.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { NeedsPoll } from './needs-poll.entity.js';
import { INSERT_RECIPIENTS, NeedsPollQueries } from './needs-poll.queries.js';
import { pollFaults, remindAt, type PollPlan } from './needs-poll.rules.js';

@Injectable()
export class NeedsPollService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(NeedsPollQueries) private readonly queries: NeedsPollQueries,
  ) {}

  /** @throws InvalidInput that names every fault of the plan */
  async refuseFaulty(actor: Actor, plan: PollPlan): Promise<void> {
    const setting = await this.queries.setting(actor, localDateOf(this.clock.now()));
    const faults = pollFaults(plan, setting);
    if (faults.length === 0) return;
    throw new InvalidInput(
      faults.map(({ path, reason }) => ({
        code: 'custom',
        path: [path],
        message: reason,
        params: { key: `demand.poll.fault.${reason}` satisfies MessageKey },
      })),
    );
  }

  /**
   * Asks every organisation once; the letters follow by a job. `id` is drawn before the button is pressed, so that
   * pressing it twice sends one poll.
   * @throws InvalidInput that names every fault of the plan; DomainError 'nobody-to-ask'
   */
  async send(actor: Actor, id: string, plan: PollPlan): Promise<void> {
    await this.refuseFaulty(actor, plan);
    try {
      await this.db.transaction(actor, (tx) => this.sendIn(tx, actor, id, plan));
    } catch (error) {
      if (violatedConstraint(error) !== 'needs_poll_pkey') throw error;
    }
  }

  private async sendIn(tx: Tx, actor: Actor, id: string, plan: PollPlan): Promise<void> {
    const now = this.clock.now();
    const { title, closesOn, countsUntil, courseIds, municipalityIds, organisationIds } = plan;
    await tx.insert(NeedsPoll, {
      ...{ id, regionId: actor.regionId!, title, closesOn, countsUntil },
      ...{ remindAt: remindAt(plan, localDateOf(now)), sentAt: now, sentBy: actor.accountId },
    });
    await insertRows(
      tx,
      'needs_poll_course',
      courseIds.map((courseId) => ({ poll_id: id, course_id: courseId })),
    );
    const [counted] = await tx.query<{ asked: number }[]>(INSERT_RECIPIENTS, [
      ...[actor.regionId, municipalityIds, organisationIds, id],
    ]);
    const { asked } = counted!;
    if (asked === 0) throw new DomainError('nobody-to-ask');
    await this.outbox.publish(tx, 'needs-poll.sent', { pollId: id });
    await this.audit.record(tx, {
      ...{ actor, action: 'sendPoll', subjectType: 'needs-poll', subjectId: id },
      after: { title, closesOn, countsUntil, courseIds, asked },
    });
  }
}
