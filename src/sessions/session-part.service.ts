import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { instantOf } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { PlanCheck, refuse } from './plan-check.service.js';
import { PlanningQueries } from './planning.queries.js';
import { SessionEligibilityQueries } from './session-eligibility.queries.js';
import { movesParts } from './session-life.rules.js';
import { JoiningLink, SessionPart, SessionPartTrainer } from './session.entity.js';
import { moveFaults, newsOf, type Around, type PartPlan } from './part-plan.rules.js';
import { SessionService, type LockedSession } from './session.service.js';
import { timeRange } from './time-range.js';

/** How a part is to be; without trainers it keeps those it has. */
export type PartChange = Omit<PartPlan, 'trainerIds'> & Partial<Pick<PartPlan, 'trainerIds'>>;

/** Which part, and the version of the session on which the decision to change it was based. */
export interface PartToChange {
  readonly sessionId: string;
  readonly ordinal: number;
  readonly version: number;
}

/** A part as it stands, by its id. */
type StandingPart = PartPlan & { readonly id: string };

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
    @Inject(SessionEligibilityQueries) private readonly eligibility: SessionEligibilityQueries,
  ) {}

  /**
   * Gives a part another date, time, room, line or trainers, and publishes it so that everyone concerned hears of it and
   * calendars and reminders follow. A part that stays as it was is no news.
   * @throws InvalidInput that names every fault; BookingClash that names what is booked already; DomainError
   *   'not-found', 'changed-meanwhile' or 'session-not-in-this-state'
   */
  async change(actor: Actor, which: PartToChange, change: PartChange): Promise<void> {
    const { sessionId, ordinal } = which;
    await this.check.naming(async () => {
      const setting = await this.planning.setting(actor);
      await this.db.transaction(actor, async (tx) => {
        const session = await this.sessions.lock(tx, sessionId);
        if (session.version !== which.version) throw new DomainError('changed-meanwhile');
        const { before, around } = await this.changeable(tx, session, ordinal);
        const after = { ...change, trainerIds: change.trainerIds ?? before.trainerIds };
        const news = newsOf(before, after);
        if (news === null) return;
        const { capacity, courseId } = session;
        refuse(moveFaults(after, { ...around, capacity, courseId }, setting));
        // A training has been delivered, and is paid, on its last day.
        if (!around.next) refuse(await this.eligibility.faults(tx, sessionId, after.date, actor.locale));
        await this.check.takeTrainers(tx, [after]);
        await this.check.refuseClashes(tx, actor, { parts: [after], around, sessionId }, setting);
        await this.write(tx, sessionId, before, after);
        await this.tell(tx, sessionId, before, after);
        await this.audit.record(tx, {
          actor,
          action: news === 'moved' ? 'move' : 'change',
          subjectType: 'session',
          subjectId: sessionId,
          before: { ordinal, ...told(before) },
          after: { ordinal, ...told(after) },
        });
      });
    });
  }

  private async changeable(
    tx: Tx,
    session: LockedSession,
    ordinal: number,
  ): Promise<{ before: StandingPart; around: Around }> {
    const parts = await tx.find(SessionPart, { where: { sessionId: session.id }, order: { ordinal: 'ASC' } });
    const at = parts.findIndex((found) => found.ordinal === ordinal);
    const row = parts[at];
    if (!row) throw new DomainError('not-found');
    if (!movesParts(session.status, row, this.clock.now()))
      throw new DomainError('session-not-in-this-state');
    const trainers = await tx.findBy(SessionPartTrainer, { partId: row.id });
    const link = await tx.findOneBy(JoiningLink, { partId: row.id });
    const before = {
      ...{ id: row.id, ...whenAndWhere(row), joiningLink: link?.url ?? null },
      trainerIds: trainers.map(({ trainerId }) => trainerId),
    };
    const neighbour = (found: SessionPart | undefined) =>
      found ? { ...whenAndWhere(found), joiningLink: null, trainerIds: [] } : null;
    return { before, around: { previous: neighbour(parts[at - 1]), next: neighbour(parts[at + 1]) } };
  }

  private async write(
    tx: Tx,
    sessionId: string,
    { id, trainerIds }: StandingPart,
    after: PartPlan,
  ): Promise<void> {
    const { date, startTime, endTime, roomId, joiningLink } = after;
    const startsAt = instantOf(date, startTime);
    const endsAt = instantOf(date, endTime);
    await tx.update(SessionPart, id, { localDate: date, startTime, endTime, startsAt, endsAt, roomId });
    if (joiningLink === null) await tx.delete(JoiningLink, { partId: id });
    else await tx.upsert(JoiningLink, { partId: id, url: joiningLink }, ['partId']);
    const during = timeRange(startsAt, endsAt);
    const gone = trainerIds.filter((trainerId) => !after.trainerIds.includes(trainerId));
    await tx.delete(SessionPartTrainer, { partId: id, trainerId: In(gone) });
    await tx.update(SessionPartTrainer, { partId: id }, { during });
    const added = after.trainerIds.filter((trainerId) => !trainerIds.includes(trainerId));
    await tx.insert(
      SessionPartTrainer,
      added.map((trainerId) => ({ partId: id, trainerId, during })),
    );
    // Seats cannot stay held beyond the first day, nor is it decided after it, so an earlier start brings both dates.
    await tx.query(
      `update session set version = version + 1, calendar_sequence = calendar_sequence + 1,
         release_on = least(release_on, p.first_date), decide_on = least(decide_on, p.first_date)
       from (select min(local_date) first_date from session_part where session_id = $1) p where id = $1`,
      [sessionId],
    );
  }

  private async tell(tx: Tx, sessionId: string, before: StandingPart, after: PartPlan): Promise<void> {
    const partId = before.id;
    const news = newsOf(before, after) === 'moved' ? 'session.moved' : 'session.changed';
    await this.outbox.publish(tx, news, { sessionId, partId });
    for (const trainerId of before.trainerIds.filter((id) => !after.trainerIds.includes(id)))
      await this.outbox.publish(tx, 'session.trainer-left', { partId, trainerId });
  }
}

function whenAndWhere({ localDate, startTime, endTime, roomId }: SessionPart) {
  return { date: localDate, startTime: startTime.slice(0, 5), endTime: endTime.slice(0, 5), roomId };
}

/** What the audit trail keeps of a part: never the joining link. */
function told({ date, startTime, endTime, roomId, trainerIds }: PartPlan) {
  return { date, startTime, endTime, roomId, trainerIds };
}
