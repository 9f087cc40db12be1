import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database, FOR_CHANGE, type Tx } from '../platform/database/database.js';
import { queryPrepared } from '../platform/database/query-prepared.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import type { FactName } from '../facts.js';
import { afterStep, type SessionStep } from './session-life.rules.js';
import { SeatQuota, Session, SessionPart, SessionPartTrainer } from './session.entity.js';
import type { SeatQuotas } from './session-seats.rules.js';
import { termEndsAt } from './session-terms.rules.js';

/** The seats and terms of a session as a coordinator sets them. */
export type SeatsOfSession = Pick<
  Session,
  | 'capacity'
  | 'minimum'
  | 'overbookingPercentage'
  | 'releaseOn'
  | 'waitingListMode'
  | 'offerHours'
  | 'enrolUntil'
  | 'cancelUntil'
  | 'chargesLateCancellation'
  | 'organisationId'
> &
  SeatQuotas;

/** How a session's seats are counted. */
export type SeatCounts = Pick<
  Session,
  'seatsTaken' | 'seatsAboveCapacity' | 'waitingCount' | 'lastWaitingNumber'
>;

/** A session as it is stored, without its parts and quotas. */
export type SessionRow = Session;

/** A session under its lock, with what decides about its seats. */
export type LockedSession = SeatsOfSession &
  Pick<
    Session,
    'id' | 'regionId' | 'courseId' | 'status' | 'version' | 'payerMunicipalityId' | 'lastWaitingNumber'
  > &
  Moments;

interface Moments {
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
  /** From this instant on nobody enrols or moves up any more. */
  readonly enrolmentEndsAt: Date;
}

type Shape = SeatQuotas & Omit<Moments, 'enrolmentEndsAt'>;

const quotasFor = (column: string, name: string) => `
  (select coalesce(json_agg(json_build_object('${name}', ${column}, 'seats', seats) order by ${column}), '[]')
   from seat_quota where session_id = $1 and ${column} is not null)`;
const SHAPE = `
  select min(starts_at) "firstStartsAt", max(ends_at) "lastEndsAt",
    ${quotasFor('municipality_id', 'municipalityId')} quotas,
    ${quotasFor('function_id', 'functionId')} "functionQuotas",
    ${quotasFor('organisation_id', 'organisationId')} "organisationQuotas"
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
  ) {}

  /**
   * Opens a draft: from now on everyone in the region sees it and professionals can enrol.
   * @throws DomainError 'not-found', 'session-not-in-this-state', 'session-already-begun', or
   *   'session-without-organisation' for one in company of which nobody said for whom it is
   */
  async open(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const session = await this.take(tx, actor, id, 'open');
      if (session.firstStartsAt <= this.clock.now()) throw new DomainError('session-already-begun');
      if (session.organisationId === null && (await isInCompany(tx, session.courseId)))
        throw new DomainError('session-without-organisation');
    });
  }

  /**
   * Calls a session off and frees its trainers and rooms; those who were enrolled hear of it by what follows the fact.
   * @throws DomainError 'not-found', or 'session-not-in-this-state'
   */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.take(tx, actor, id, 'cancel');
      await tx.update(Session, id, { calledOffAt: this.clock.now() });
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
    return withShape(tx, await this.lockRow(tx, id));
  }

  /**
   * The lock alone, for who loads the rest of it together with more.
   * @throws DomainError 'not-found'
   */
  lockRow(tx: Tx, id: string): Promise<SessionRow> {
    return found(tx.findOne(Session, { where: { id }, lock: FOR_CHANGE }));
  }

  /**
   * The same without the lock, to see what would become of something.
   * @throws DomainError 'not-found'
   */
  lookAtRow(tx: Tx, id: string): Promise<SessionRow> {
    return found(tx.findOneBy(Session, { id }));
  }

  /** Writes down how many seats are taken and how many wait; the database refuses more than the capacity. */
  async countSeats(tx: Tx, id: string, seats: SeatCounts): Promise<void> {
    await tx.update(Session, id, seats);
  }

  /** Writes down which wishes those who enrol are asked for from now on. */
  async askWishes(
    tx: Tx,
    id: string,
    asked: Pick<Session, 'asksDietary' | 'asksAccessibility'>,
  ): Promise<void> {
    await tx.update(Session, id, asked);
  }

  /** Writes down how many seats there are from now on and for whom they are held, with how many are taken then. */
  async resize(tx: Tx, id: string, plan: SeatsOfSession, counts: SeatCounts): Promise<void> {
    const { quotas, functionQuotas, organisationQuotas, ...seats } = plan;
    await tx.update(Session, id, { ...seats, ...counts, version: () => 'version + 1' });
    await tx.delete(SeatQuota, { sessionId: id });
    await tx.insert(
      SeatQuota,
      [...quotas, ...functionQuotas, ...organisationQuotas].map((quota) => ({ sessionId: id, ...quota })),
    );
    await this.outbox.publish(tx, 'session.seats-changed', { sessionId: id });
  }
}

/** A session's row with when it is and for whom its seats are held. */
export async function withShape(tx: Tx, session: SessionRow): Promise<LockedSession> {
  const [shape] = await queryPrepared<Shape[]>(tx, SHAPE, [session.id]);
  const enrolmentEndsAt = termEndsAt(session.enrolUntil, shape!.firstStartsAt);
  return { ...session, ...shape!, enrolmentEndsAt };
}

async function found(session: Promise<Session | null>): Promise<Session> {
  const row = await session;
  if (!row) throw new DomainError('not-found');
  return row;
}

async function isInCompany(tx: Tx, courseId: string): Promise<boolean> {
  const found = await tx.query<object[]>("select from course where id = $1 and audience = 'in-company'", [
    courseId,
  ]);
  return found.length > 0;
}
