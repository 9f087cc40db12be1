import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { instantOf, ZONE } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { FactName } from '../facts.js';
import { afterStep, type SessionStatus, type SessionStep } from './session-life.rules.js';
import { SeatQuota, Session, SessionPart, SessionPartTrainer } from './session.entity.js';
import { SessionPrice } from './session-price.entity.js';

/** A session under its lock, with what decides about its seats. */
export interface LockedSession {
  readonly id: string;
  readonly regionId: string;
  readonly courseId: string;
  readonly status: SessionStatus;
  readonly capacity: number;
  readonly payerMunicipalityId: string;
  readonly lastWaitingNumber: number;
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
  readonly releasedAt: Date;
  /** Seats held per municipality id until `releasedAt`. */
  readonly reserved: ReadonlyMap<string, number>;
}

/** What a coordinator fills in to schedule a session; dates and times are local. */
export interface SessionPlan {
  readonly courseId: string;
  readonly payerMunicipalityId: string;
  readonly capacity: number;
  readonly minimum: number;
  readonly releaseOn: string;
  readonly priceCents: bigint;
  readonly priceIsDemo: boolean;
  readonly parts: readonly {
    readonly date: string;
    readonly startTime: string;
    readonly endTime: string;
    readonly venueId: string;
    readonly trainerIds: readonly string[];
  }[];
  readonly quotas: readonly { readonly municipalityId: string; readonly seats: number }[];
}

const factOfStep = {
  open: 'session.opened',
  confirm: 'session.confirmed',
  close: 'session.closed',
  cancel: 'session.cancelled',
} as const satisfies Record<SessionStep, FactName>;

@Injectable()
export class SessionService {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /**
   * Schedules a session as a draft; nobody sees it before it is opened.
   * @throws DomainError 'quota-over-capacity' or 'trainer-double-booked'
   */
  async schedule(actor: Actor, plan: SessionPlan): Promise<string> {
    const id = newId(this.clock.now());
    const reserved = plan.quotas.reduce((total, { seats }) => total + seats, 0);
    if (reserved > plan.capacity)
      throw new DomainError('quota-over-capacity', { reserved, capacity: plan.capacity });
    try {
      await this.db.transaction(actor, async (tx) => {
        await this.insertSession(tx, actor, id, plan);
        await this.insertParts(tx, id, plan);
        await tx.insert(
          SeatQuota,
          plan.quotas.map((quota) => ({ sessionId: id, ...quota })),
        );
        await this.audit.record(tx, {
          actor,
          action: 'schedule',
          subjectType: 'session',
          subjectId: id,
          after: { ...plan, priceCents: String(plan.priceCents) },
        });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'trainer_in_one_place_at_a_time')
        throw new DomainError('trainer-double-booked');
      throw error;
    }
    return id;
  }

  async open(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, (tx) => this.take(tx, actor, id, 'open'));
  }

  async cancel(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, (tx) => this.take(tx, actor, id, 'cancel'));
  }

  /**
   * Takes a step in the session's life inside the caller's transaction, and publishes it.
   * @throws DomainError 'not-found', or 'session-not-in-this-state'
   */
  async take(tx: Tx, actor: Actor, id: string, step: SessionStep): Promise<LockedSession> {
    const session = await this.lock(tx, id);
    const status = afterStep(session.status, step);
    if (!status) throw new DomainError('session-not-in-this-state');
    await tx.update(Session, id, { status, version: () => 'version + 1' });
    await this.outbox.publish(tx, factOfStep[step], { sessionId: id });
    await this.audit.record(tx, {
      actor,
      action: step,
      subjectType: 'session',
      subjectId: id,
      before: { status: session.status },
      after: { status },
    });
    return session;
  }

  /**
   * Locks the session's row, in a statement of its own, before anything is counted (READ COMMITTED); every change of
   * seats, quotas or capacity takes this same lock.
   * @throws DomainError 'not-found'
   */
  async lock(tx: Tx, id: string): Promise<LockedSession> {
    const session = await tx.findOne(Session, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!session) throw new DomainError('not-found');
    const parts = await tx.find(SessionPart, { where: { sessionId: id }, order: { startsAt: 'ASC' } });
    const quotas = await tx.findBy(SeatQuota, { sessionId: id });
    return {
      id: session.id,
      regionId: session.regionId,
      courseId: session.courseId,
      status: session.status,
      capacity: session.capacity,
      payerMunicipalityId: session.payerMunicipalityId,
      lastWaitingNumber: session.lastWaitingNumber,
      firstStartsAt: parts[0]!.startsAt,
      lastEndsAt: parts.at(-1)!.endsAt,
      releasedAt: instantOf(session.releaseOn, '00:00'),
      reserved: new Map(quotas.map(({ municipalityId, seats }) => [municipalityId, seats])),
    };
  }

  /** Writes down how many seats are taken and how many wait; the database refuses more than the capacity. */
  async countSeats(
    tx: Tx,
    id: string,
    seats: { seatsTaken: number; waitingCount: number; lastWaitingNumber: number },
  ): Promise<void> {
    await tx.update(Session, id, seats);
  }

  private async insertSession(tx: Tx, actor: Actor, id: string, plan: SessionPlan): Promise<void> {
    const { courseId, payerMunicipalityId, capacity, minimum, releaseOn, priceCents, priceIsDemo } = plan;
    const regionId = actor.regionId!;
    await tx.insert(Session, {
      ...{ id, regionId, courseId, payerMunicipalityId, capacity, minimum, releaseOn },
      status: 'draft',
      seatsTaken: 0,
      waitingCount: 0,
      lastWaitingNumber: 0,
      calendarSequence: 0,
      version: 1,
      createdAt: this.clock.now(),
    });
    await tx.insert(SessionPrice, {
      sessionId: id,
      regionId,
      priceCents: String(priceCents),
      isDemo: priceIsDemo,
    });
  }

  private async insertParts(tx: Tx, sessionId: string, plan: SessionPlan): Promise<void> {
    for (const [index, part] of plan.parts.entries()) {
      const id = newId(this.clock.now());
      const startsAt = instantOf(part.date, part.startTime);
      const endsAt = instantOf(part.date, part.endTime);
      await tx.insert(SessionPart, {
        ...{ id, sessionId, startsAt, endsAt, venueId: part.venueId },
        ordinal: index + 1,
        localDate: part.date,
        startTime: part.startTime,
        endTime: part.endTime,
        timeZone: ZONE,
      });
      const during = `[${startsAt.toISOString()},${endsAt.toISOString()})`;
      if (part.trainerIds.length > 0)
        await tx.insert(
          SessionPartTrainer,
          part.trainerIds.map((trainerId) => ({ partId: id, trainerId, during })),
        );
    }
  }
}
