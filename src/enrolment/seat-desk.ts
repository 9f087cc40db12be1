import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { systemActor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { localDateOf } from '../shared/local-date.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Turns } from '../platform/batching/turns.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import { SessionService, type LockedSession } from '../sessions/session.service.js';
import { Enrolment } from './enrolment.entity.js';
import { decideSeats, type Claim, type Decision, type Seating, type Step } from './seating.rules.js';

/** What someone asks at the desk of one session. The actor has been found allowed to ask it. */
export type SeatRequest =
  | {
      readonly kind: 'enrol';
      readonly actor: Actor;
      readonly professionalId: string;
      readonly municipalityId: string;
    }
  | { readonly kind: 'cancel'; readonly actor: Actor; readonly enrolmentId: string };

/** Where an enrolment stands after the request. */
export interface Seated {
  readonly enrolmentId: string;
  readonly status: Enrolment['status'];
}

type Answer = Seated | DomainError;
type Planned = { readonly step: Step; readonly request: SeatRequest; readonly enrolment: Enrolment };

const LARGEST_TURN = 100;

/**
 * The one place where seats are given out. Requests for the same session share a turn: one transaction locks the
 * session, loads how it stands, lets the rule decide the whole turn in order of arrival, and writes it set by set.
 */
@Injectable()
export class SeatDesk {
  private readonly turns = new Turns<SeatRequest, Answer>(
    (sessionId, requests) => this.takeTurn(sessionId, requests),
    LARGEST_TURN,
  );

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /** @throws DomainError when the request itself is refused */
  async ask(sessionId: string, request: SeatRequest): Promise<Seated> {
    const answer = await this.turns.join(sessionId, request);
    if (answer instanceof DomainError) throw answer;
    return answer;
  }

  /**
   * Gives the seats whose reservation has lapsed to who waits; a release date passes without anyone asking anything.
   * Each session is done in a transaction of its own.
   */
  async giveOutReleasedSeats(): Promise<void> {
    const today = localDateOf(this.clock.now());
    const waited = await this.db.read(systemActor, (tx) =>
      tx.query<{ id: string }[]>(
        `select id from session where waiting_count > 0 and seats_taken < capacity and release_on <= $1
           and status in ('open', 'confirmed') order by id`,
        [today],
      ),
    );
    for (const { id } of waited) await this.takeTurn(id, []);
  }

  // Seats weigh everyone's enrolments, also those that the asking actor may not see.
  private takeTurn(sessionId: string, requests: readonly SeatRequest[]): Promise<Answer[]> {
    return this.db.transaction(systemActor, async (tx) =>
      this.decide(tx, await this.sessions.lock(tx, sessionId), requests),
    );
  }

  private async decide(tx: Tx, session: LockedSession, requests: readonly SeatRequest[]): Promise<Answer[]> {
    const active = await tx.find(Enrolment, {
      where: { sessionId: session.id, status: In(['confirmed', 'waitlisted']) },
      order: { waitingNumber: 'ASC', id: 'ASC' },
    });
    const now = this.clock.now();
    const plan = planTurn(session, active, requests, now);
    const planned = plan.filter((item): item is Planned => !(item instanceof DomainError));
    const decision = decideSeats(
      seatingOf(session, active, now),
      planned.map(({ step }) => step),
    );
    await this.write(tx, session, planned, decision, now);
    const statusOf = new Map(
      planned.map(({ enrolment }, index) => [enrolment.id, finalStatus(enrolment.id, index, decision)]),
    );
    return plan.map((item) =>
      item instanceof DomainError
        ? item
        : { enrolmentId: item.enrolment.id, status: statusOf.get(item.enrolment.id)! },
    );
  }

  private async write(
    tx: Tx,
    session: LockedSession,
    planned: readonly Planned[],
    decision: Decision,
    now: Date,
  ): Promise<void> {
    let lastWaitingNumber = session.lastWaitingNumber;
    const arrived: Enrolment[] = [];
    const left: string[] = [];
    planned.forEach(({ enrolment, step }, index) => {
      if (step.kind === 'leave') left.push(enrolment.id);
      else if (decision.outcomes[index] === 'confirmed')
        arrived.push({ ...enrolment, status: 'confirmed', confirmedAt: now });
      else arrived.push({ ...enrolment, status: 'waitlisted', waitingNumber: ++lastWaitingNumber });
    });
    if (arrived.length > 0)
      await tx.createQueryBuilder().insert().into(Enrolment).values(arrived).updateEntity(false).execute();
    if (left.length > 0)
      await tx.update(Enrolment, { id: In(left) }, { status: 'cancelled', cancelledAt: now });
    const movedUp = decision.movedUp.map(({ enrolmentId }) => enrolmentId);
    if (movedUp.length > 0)
      await tx.update(Enrolment, { id: In(movedUp) }, { status: 'confirmed', confirmedAt: now });
    if (planned.length > 0 || movedUp.length > 0)
      await this.sessions.countSeats(tx, session.id, {
        seatsTaken: [...decision.seating.taken.values()].reduce((total, seats) => total + seats, 0),
        waitingCount: decision.seating.waiting.length,
        lastWaitingNumber,
      });
    await this.tell(tx, arrived, left, movedUp);
    await this.audit.record(
      tx,
      ...planned.map(({ request, enrolment }, index): Deed => ({
        actor: request.actor,
        action: request.kind,
        subjectType: 'enrolment',
        subjectId: enrolment.id,
        after: { sessionId: session.id, outcome: decision.outcomes[index] },
      })),
    );
  }

  private async tell(
    tx: Tx,
    arrived: readonly Enrolment[],
    left: readonly string[],
    movedUp: readonly string[],
  ): Promise<void> {
    const seated = arrived.filter(({ status }) => status === 'confirmed').map(({ id }) => id);
    const waiting = arrived.filter(({ status }) => status === 'waitlisted').map(({ id }) => id);
    await this.outbox.publishAll(
      tx,
      'enrolment.cancelled',
      left.map((enrolmentId) => ({ enrolmentId })),
    );
    await this.outbox.publishAll(
      tx,
      'enrolment.waitlisted',
      waiting.map((enrolmentId) => ({ enrolmentId })),
    );
    await this.outbox.publishAll(
      tx,
      'enrolment.confirmed',
      [...seated, ...movedUp].map((enrolmentId) => ({ enrolmentId })),
    );
  }
}

/** Plans each request as if the ones before it in the turn were done, so that pressing twice enrols once. */
function planTurn(
  session: LockedSession,
  active: readonly Enrolment[],
  requests: readonly SeatRequest[],
  now: Date,
): (Planned | DomainError)[] {
  const enrolled = new Map(active.map((enrolment) => [enrolment.professionalId, enrolment]));
  const open = takesEnrolments(session, now);
  return requests.map((request) => {
    if (request.kind === 'cancel') {
      const enrolment = [...enrolled.values()].find(({ id }) => id === request.enrolmentId);
      if (!enrolment) return new DomainError('enrolment-already-cancelled');
      if (!open) return new DomainError('cancellation-too-late');
      enrolled.delete(enrolment.professionalId);
      return { request, enrolment, step: { kind: 'leave', claim: claimOf(enrolment) } };
    }
    // The desk sees every region; whoever asks does not.
    if (request.actor.regionId !== session.regionId) return new DomainError('not-found');
    if (!open) return new DomainError('enrolment-not-open');
    if (enrolled.has(request.professionalId)) return new DomainError('already-enrolled');
    const enrolment = newEnrolment(session, request, now);
    enrolled.set(enrolment.professionalId, enrolment);
    return { request, enrolment, step: { kind: 'claim', claim: claimOf(enrolment) } };
  });
}

function newEnrolment(
  session: LockedSession,
  request: SeatRequest & { kind: 'enrol' },
  now: Date,
): Enrolment {
  return {
    id: newId(now),
    regionId: session.regionId,
    sessionId: session.id,
    professionalId: request.professionalId,
    municipalityId: request.municipalityId,
    status: 'confirmed',
    waitingNumber: null,
    enrolledAt: now,
    confirmedAt: null,
    cancelledAt: null,
  };
}

function claimOf({ id, municipalityId }: Enrolment): Claim {
  return { enrolmentId: id, municipalityId };
}

function seatingOf(session: LockedSession, active: readonly Enrolment[], now: Date): Seating {
  const taken = new Map<string, number>();
  for (const { status, municipalityId } of active)
    if (status === 'confirmed') taken.set(municipalityId, (taken.get(municipalityId) ?? 0) + 1);
  return {
    capacity: session.capacity,
    reserved: now >= session.releasedAt ? new Map() : session.reserved,
    taken,
    waiting: active.filter(({ status }) => status === 'waitlisted').map(claimOf),
    payerMunicipalityId: session.payerMunicipalityId,
    mayMoveUp: takesEnrolments(session, now),
  };
}

function finalStatus(enrolmentId: string, index: number, decision: Decision): Enrolment['status'] {
  const outcome = decision.outcomes[index]!;
  if (outcome === 'left') return 'cancelled';
  return decision.movedUp.some((claim) => claim.enrolmentId === enrolmentId) ? 'confirmed' : outcome;
}
