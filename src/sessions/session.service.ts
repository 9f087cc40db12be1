import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { instantOf, ZONE } from '../shared/local-date.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { FactName } from '../facts.js';
import { PlanCheck } from './plan-check.service.js';
import { afterStep, type SessionStatus, type SessionStep } from './session-life.rules.js';
import { JoiningLink, SeatQuota, Session, SessionPart, SessionPartTrainer } from './session.entity.js';
import type { PartPlan, PlanSetting, SessionPlan } from './session-plan.rules.js';
import { SessionPrice } from './session-price.entity.js';

/** A session under its lock, with what decides about its seats. */
export interface LockedSession {
  readonly id: string;
  readonly regionId: string;
  readonly courseId: string;
  readonly status: SessionStatus;
  readonly version: number;
  readonly capacity: number;
  readonly minimum: number;
  readonly overbookingPercentage: number;
  readonly waitingListMode: 'automatic' | 'offer';
  readonly offerHours: number;
  readonly payerMunicipalityId: string;
  readonly lastWaitingNumber: number;
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
  readonly releasedAt: Date;
  /** Seats held per municipality id until `releasedAt`. */
  readonly reserved: ReadonlyMap<string, number>;
}

/** The seats of a session as a coordinator sets them. */
export type SeatsOfSession = Pick<
  Session,
  'capacity' | 'minimum' | 'overbookingPercentage' | 'releaseOn' | 'waitingListMode' | 'offerHours'
> & { readonly quotas: SessionPlan['quotas'] };

interface Shape extends Pick<LockedSession, 'firstStartsAt' | 'lastEndsAt'> {
  readonly reserved: Readonly<Record<string, number>>;
}

const SHAPE = `
  select min(starts_at) "firstStartsAt", max(ends_at) "lastEndsAt",
    (select coalesce(json_object_agg(municipality_id, seats), '{}') from seat_quota where session_id = $1) reserved
  from session_part where session_id = $1`;

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
    @Inject(PlanCheck) private readonly check: PlanCheck,
  ) {}

  /**
   * Schedules a session as a draft; only coordinators see it before it is opened.
   * @throws InvalidInput that names every fault of the plan; BookingClash that names what is booked already
   */
  async schedule(actor: Actor, plan: SessionPlan): Promise<string> {
    const [id] = await this.scheduleAll(actor, [plan]);
    return id!;
  }

  /**
   * Schedules several sessions as drafts: all of them, or none.
   * @throws InvalidInput that names every fault of the first faulty plan; BookingClash of the first that clashes
   */
  async scheduleAll(actor: Actor, plans: readonly SessionPlan[]): Promise<string[]> {
    const checked: { plan: SessionPlan; setting: PlanSetting }[] = [];
    for (const plan of plans) checked.push({ plan, setting: await this.check.refuseFaulty(actor, plan) });
    return this.check.naming(() =>
      this.db.transaction(actor, async (tx) => {
        const ids: string[] = [];
        for (const { plan, setting } of checked) {
          const toBook = { parts: plan.parts, around: { previous: null, next: null }, sessionId: null };
          await this.check.refuseClashes(tx, actor, toBook, setting);
          ids.push(await this.insertDraft(tx, actor, plan));
        }
        return ids;
      }),
    );
  }

  /**
   * Opens a draft: from now on everyone in the region sees it and professionals can enrol.
   * @throws DomainError 'not-found', 'session-not-in-this-state', or 'session-already-begun'
   */
  async open(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const session = await this.take(tx, actor, id, 'open');
      if (session.firstStartsAt <= this.clock.now()) throw new DomainError('session-already-begun');
    });
  }

  /**
   * Calls a session off and frees its trainers and rooms; those who were enrolled hear of it by what follows the fact.
   * @throws DomainError 'not-found', or 'session-not-in-this-state'
   */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.take(tx, actor, id, 'cancel');
      const parts = await tx.findBy(SessionPart, { sessionId: id });
      await tx.update(SessionPart, { sessionId: id }, { calledOff: true });
      // An empty range keeps who was to come and is in nobody's way.
      await tx.update(SessionPartTrainer, { partId: In(parts.map((part) => part.id)) }, { during: 'empty' });
    });
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
      // A session is called off; what is cancelled is a place in one.
      action: step === 'cancel' ? 'callOff' : step,
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
    const [shape] = await tx.query<Shape[]>(SHAPE, [id]);
    const { firstStartsAt, lastEndsAt, reserved } = shape!;
    return {
      id: session.id,
      regionId: session.regionId,
      courseId: session.courseId,
      status: session.status,
      version: session.version,
      capacity: session.capacity,
      minimum: session.minimum,
      overbookingPercentage: session.overbookingPercentage,
      waitingListMode: session.waitingListMode,
      offerHours: session.offerHours,
      payerMunicipalityId: session.payerMunicipalityId,
      lastWaitingNumber: session.lastWaitingNumber,
      firstStartsAt,
      lastEndsAt,
      releasedAt: instantOf(session.releaseOn, '00:00'),
      reserved: new Map(Object.entries(reserved)),
    };
  }

  /** Writes down how many seats are taken and how many wait; the database refuses more than the capacity. */
  async countSeats(
    tx: Tx,
    id: string,
    seats: Pick<Session, 'seatsTaken' | 'seatsAboveCapacity' | 'waitingCount' | 'lastWaitingNumber'>,
  ): Promise<void> {
    await tx.update(Session, id, seats);
  }

  /** Writes down how many seats there are from now on, and for whom they are held. */
  async resize(tx: Tx, id: string, plan: SeatsOfSession): Promise<void> {
    const { quotas, ...seats } = plan;
    await tx.update(Session, id, { ...seats, version: () => 'version + 1' });
    await tx.delete(SeatQuota, { sessionId: id });
    await tx.insert(
      SeatQuota,
      quotas.map((quota) => ({ sessionId: id, ...quota })),
    );
  }

  private async insertDraft(tx: Tx, actor: Actor, plan: SessionPlan): Promise<string> {
    const id = newId(this.clock.now());
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
      after: { ...plan, parts: plan.parts.map(withoutLink), priceCents: String(plan.priceCents) },
    });
    return id;
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
        ...{ id, sessionId, startsAt, endsAt, roomId: part.roomId, calledOff: false },
        ordinal: index + 1,
        localDate: part.date,
        startTime: part.startTime,
        endTime: part.endTime,
        timeZone: ZONE,
      });
      if (part.joiningLink !== null) await tx.insert(JoiningLink, { partId: id, url: part.joiningLink });
      const during = timeRange(startsAt, endsAt);
      if (part.trainerIds.length > 0)
        await tx.insert(
          SessionPartTrainer,
          part.trainerIds.map((trainerId) => ({ partId: id, trainerId, during })),
        );
    }
  }
}

/** A part as the audit trail may keep it: whoever reads the trail need not be among those who come. */
export function withoutLink<Part extends Pick<PartPlan, 'joiningLink'>>(
  part: Part,
): Omit<Part, 'joiningLink'> {
  const { joiningLink: _, ...rest } = part;
  return rest;
}

/** A stretch of time as PostgreSQL's tstzrange, its end not included. */
export function timeRange(startsAt: Date, endsAt: Date): string {
  return `[${startsAt.toISOString()},${endsAt.toISOString()})`;
}
