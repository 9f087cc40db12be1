import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { SessionScheduling } from '../sessions/session-scheduling.service.js';
import { SessionService } from '../sessions/session.service.js';
import type { SessionPlan } from '../sessions/session-plan.rules.js';
import type { Actor } from '../shared/actor.js';
import { DemandAnswer } from './demand-answer.entity.js';

/** Makes sessions that answer the demand for their course. Whoever asks for it is invited when such a session opens. */
@Injectable()
export class DemandAnswerService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionScheduling) private readonly scheduling: SessionScheduling,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /**
   * Schedules the session, and opens it at once where that is wanted: all of it, or nothing.
   * @throws InvalidInput that names every fault of the plan; BookingClash that names what is booked already
   */
  schedule(actor: Actor, plan: SessionPlan, opens: boolean): Promise<string> {
    return this.scheduling.schedule(actor, plan, async (tx, sessionId) => {
      await this.record(tx, actor, sessionId);
      if (opens) await this.sessions.take(tx, actor, sessionId, 'open');
    });
  }

  /**
   * Lets a draft answer the demand; once more changes nothing.
   * @throws DomainError 'not-found', or 'session-not-in-this-state' when it has been opened
   */
  async answerWith(actor: Actor, sessionId: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const { status } = await this.sessions.lock(tx, sessionId);
      if (status !== 'draft') throw new DomainError('session-not-in-this-state');
      if (!(await tx.existsBy(DemandAnswer, { sessionId }))) await this.record(tx, actor, sessionId);
    });
  }

  private async record(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
    await tx.insert(DemandAnswer, {
      ...{ sessionId, regionId: actor.regionId!, madeBy: actor.accountId },
      ...{ madeAt: this.clock.now(), invitedAt: null },
    });
    await this.audit.record(tx, {
      ...{ actor, action: 'answerDemand', subjectType: 'session', subjectId: sessionId },
    });
  }
}
