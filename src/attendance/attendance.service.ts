import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { SessionService } from '../sessions/session.service.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { AttendanceQueries } from './attendance.queries.js';
import {
  closingObstacle,
  decideMarks,
  unmarked,
  type MarkChange,
  type MarkWish,
} from './attendance.rules.js';

/** Marks to write down together. */
export interface MarkRequest {
  readonly wishes: readonly MarkWish[];
  /** The part in which everyone else without a mark was present; null when nothing is said of the others. */
  readonly restPresentIn: string | null;
}

/**
 * Writing down who attended, and closing a session on it. Both hold the session's lock, so that no mark changes under
 * a closing; the lock is the system's, as a trainer may not change a session: who asks is weighed first.
 */
@Injectable()
export class AttendanceService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
  ) {}

  /**
   * Saves all marks or none; returns how many changed.
   * @throws DomainError 'not-found', 'session-not-in-this-state', 'not-on-roster' or 'attendance-not-open-yet'
   */
  async mark(actor: Actor, sessionId: string, { wishes, restPresentIn }: MarkRequest): Promise<number> {
    await this.queries.roster(actor, sessionId);
    return this.db.transaction(systemActor, async (tx) => {
      await this.sessions.lock(tx, sessionId);
      const roster = await this.queries.load(tx, sessionId);
      const decision = decideMarks(roster, wishes, restPresentIn, this.clock.now());
      if ('refused' in decision) throw new DomainError(decision.refused);
      await this.save(tx, actor, decision);
      return decision.length;
    });
  }

  /**
   * Closes a session that has ended and is marked in full; certificates follow.
   * @throws DomainError 'not-found', 'session-not-in-this-state', 'session-not-ended' or 'attendance-incomplete'
   */
  async closeSession(actor: Actor, sessionId: string): Promise<void> {
    await this.queries.roster(actor, sessionId);
    await this.db.transaction(systemActor, async (tx) => {
      await this.sessions.lock(tx, sessionId);
      const roster = await this.queries.load(tx, sessionId);
      const obstacle = closingObstacle(roster, this.clock.now());
      if (obstacle) throw new DomainError(obstacle.refused, { missing: unmarked(roster) });
      await this.sessions.take(tx, actor, sessionId, 'close');
    });
  }

  private async save(tx: Tx, actor: Actor, changes: readonly MarkChange[]): Promise<void> {
    if (changes.length === 0) return;
    const markedAt = this.clock.now();
    const markedBy = actor.accountId!;
    await tx.upsert(
      AttendanceMark,
      changes.map(({ enrolmentId, partId, mark }) => ({ enrolmentId, partId, mark, markedAt, markedBy })),
      ['enrolmentId', 'partId'],
    );
    await this.audit.record(
      tx,
      ...changes.map(({ enrolmentId, partId, mark, before }): Deed => ({
        actor,
        action: 'mark',
        subjectType: 'enrolment',
        subjectId: enrolmentId,
        before: { partId, mark: before },
        after: { partId, mark },
      })),
    );
  }
}
