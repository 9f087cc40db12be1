import { Inject, Injectable } from '@nestjs/common';
import { systemActor, type Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { SessionService } from '../sessions/session.service.js';
import { AttendanceQueries } from './attendance.queries.js';
import {
  closingObstacle,
  decideCorrection,
  decideMarks,
  isSameMark,
  unmarked,
  type MarkWish,
} from './attendance.rules.js';
import { MarkBook, type Seen } from './mark-book.js';
import type { CorrectionReason } from './observation.rules.js';

/** Marks to write down together. */
export interface MarkRequest {
  readonly wishes: readonly MarkWish[];
  /** The part in which everyone else without a mark was present; null when nothing is said of the others. */
  readonly restPresentIn: string | null;
  /** When the list was made on which they were chosen: what came in since was not known. */
  readonly seenAt: Date;
}

/** Marks to put right after closing, and why. */
export interface Correction {
  readonly marks: readonly MarkWish[];
  readonly reason: CorrectionReason;
}

/** What became of marks that were wished. */
export interface Saved {
  readonly changed: number;
  /** Who had checked in meanwhile, and so was there whatever was chosen. */
  readonly checkedInMeanwhile: number;
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
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(AttendanceQueries) private readonly queries: AttendanceQueries,
    @Inject(MarkBook) private readonly book: MarkBook,
  ) {}

  /**
   * Saves all marks or none.
   * @throws DomainError 'not-found', 'session-not-in-this-state', 'not-on-roster' or 'attendance-not-open-yet'
   */
  async mark(
    actor: Actor,
    sessionId: string,
    { wishes, restPresentIn, seenAt }: MarkRequest,
  ): Promise<Saved> {
    await this.queries.roster(actor, sessionId);
    return this.db.transaction(systemActor, async (tx) => {
      await this.sessions.lock(tx, sessionId);
      const roster = await this.queries.load(tx, sessionId);
      const now = this.clock.now();
      const chosen = decideMarks(roster, wishes, restPresentIn, now);
      if ('refused' in chosen) throw new DomainError(chosen.refused);
      const known = await this.queries.checkInsKnown(
        tx,
        roster.parts.map(({ id }) => id),
        seenAt,
      );
      const seen = chosen.map((wish): Seen => ({
        ...wish,
        ...{ kind: 'choice', id: newId(now), observedAt: now },
        knewCheckIn: known.has(`${wish.enrolmentId} ${wish.partId}`),
      }));
      const outcomes = await this.book.write(tx, actor, seen);
      // In the order of what was chosen: each person and part stands there once.
      const overruled = outcomes.filter(({ after }, index) => !isSameMark(after, chosen[index]!));
      return { changed: outcomes.length - overruled.length, checkedInMeanwhile: overruled.length };
    });
  }

  /**
   * Puts marks right after closing, all or none; whether a certificate follows is decided again. Returns how many changed.
   * @throws DomainError 'not-found', 'session-not-in-this-state' or 'not-on-roster'
   */
  async correct(actor: Actor, sessionId: string, { marks, reason }: Correction): Promise<number> {
    await this.queries.roster(actor, sessionId);
    return this.db.transaction(systemActor, async (tx) => {
      await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      const chosen = decideCorrection(await this.queries.load(tx, sessionId), marks, now);
      if ('refused' in chosen) throw new DomainError(chosen.refused);
      const seen = chosen.map((wish): Seen => ({
        ...wish,
        ...{ kind: 'choice', id: newId(now), observedAt: now, knewCheckIn: true, reason },
      }));
      await this.book.write(tx, actor, seen);
      for (const enrolmentId of new Set(chosen.map((wish) => wish.enrolmentId)))
        await this.outbox.publish(tx, 'attendance.corrected', { enrolmentId });
      return chosen.length;
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
}
