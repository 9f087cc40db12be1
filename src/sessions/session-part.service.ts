import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { instantOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { PlanCheck, refuse } from './plan-check.service.js';
import { PlanningQueries } from './planning.queries.js';
import { movesParts } from './session-life.rules.js';
import { JoiningLink, SessionPart, SessionPartTrainer } from './session.entity.js';
import { moveFaults, type Around, type PartPlan } from './part-plan.rules.js';
import { SessionService, type LockedSession } from './session.service.js';
import { withoutLink } from './session-scheduling.service.js';
import { timeRange } from './time-range.js';

/** Where a part goes; the trainers come along. */
export type PartMove = Omit<PartPlan, 'trainerIds'>;

/** Which part, and the version of the session on which the decision to move it was based. */
export interface PartToMove {
  readonly sessionId: string;
  readonly ordinal: number;
  readonly version: number;
}

@Injectable()
export class SessionPartService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(PlanCheck) private readonly check: PlanCheck,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /**
   * Moves a part to another date, time, room or line, and publishes it so that calendars and reminders follow.
   * @throws InvalidInput that names every fault; BookingClash that names what is booked already; DomainError
   *   'not-found', 'changed-meanwhile' or 'session-not-in-this-state'
   */
  async move(actor: Actor, which: PartToMove, move: PartMove): Promise<void> {
    const { sessionId, ordinal } = which;
    const setting = await this.planning.setting(actor);
    await this.check.naming(() =>
      this.db.transaction(actor, async (tx) => {
        const session = await this.sessions.lock(tx, sessionId);
        if (session.version !== which.version) throw new DomainError('changed-meanwhile');
        const { before, around } = await this.movable(tx, session, ordinal);
        const trainers = await tx.findBy(SessionPartTrainer, { partId: before.id });
        const part = { ...move, trainerIds: trainers.map(({ trainerId }) => trainerId) };
        refuse(
          moveFaults(part, { ...around, capacity: session.capacity, courseId: session.courseId }, setting),
        );
        await this.check.takeTrainers(tx, [part]);
        await this.check.refuseClashes(tx, actor, { parts: [part], around, sessionId }, setting);
        await this.write(tx, before, part);
        await this.outbox.publish(tx, 'session.moved', { sessionId });
        await this.audit.record(tx, {
          actor,
          action: 'move',
          subjectType: 'session',
          subjectId: sessionId,
          before: { ordinal, ...whenAndWhere(before) },
          after: { ordinal, ...withoutLink(move) },
        });
      }),
    );
  }

  private async movable(
    tx: Tx,
    session: LockedSession,
    ordinal: number,
  ): Promise<{ before: SessionPart; around: Around }> {
    const parts = await tx.find(SessionPart, { where: { sessionId: session.id }, order: { ordinal: 'ASC' } });
    const at = parts.findIndex((found) => found.ordinal === ordinal);
    const before = parts[at];
    if (!before) throw new DomainError('not-found');
    if (!movesParts(session.status, before, this.clock.now()))
      throw new DomainError('session-not-in-this-state');
    const neighbour = (found: SessionPart | undefined) =>
      found ? { ...whenAndWhere(found), joiningLink: null, trainerIds: [] } : null;
    return { before, around: { previous: neighbour(parts[at - 1]), next: neighbour(parts[at + 1]) } };
  }

  private async write(tx: Tx, { id, sessionId }: SessionPart, part: PartPlan): Promise<void> {
    const { date, startTime, endTime, roomId, joiningLink } = part;
    const startsAt = instantOf(date, startTime);
    const endsAt = instantOf(date, endTime);
    await tx.update(SessionPart, id, { localDate: date, startTime, endTime, startsAt, endsAt, roomId });
    if (joiningLink === null) await tx.delete(JoiningLink, { partId: id });
    else await tx.upsert(JoiningLink, { partId: id, url: joiningLink }, ['partId']);
    await tx.update(SessionPartTrainer, { partId: id }, { during: timeRange(startsAt, endsAt) });
    // Seats cannot stay held beyond the first day, nor is it decided after it, so an earlier start brings both dates.
    await tx.query(
      `update session set version = version + 1, calendar_sequence = calendar_sequence + 1,
         release_on = least(release_on, p.first_date), decide_on = least(decide_on, p.first_date)
       from (select min(local_date) first_date from session_part where session_id = $1) p where id = $1`,
      [sessionId],
    );
  }
}

function whenAndWhere({ localDate, startTime, endTime, roomId }: SessionPart): Omit<PartMove, 'joiningLink'> {
  return { date: localDate, startTime: startTime.slice(0, 5), endTime: endTime.slice(0, 5), roomId };
}
