import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { systemActor } from '../shared/actor.js';
import { instantOf } from '../shared/local-date.js';
import { Audit, type Deed } from '../platform/audit/audit.js';
import { Turns } from '../platform/batching/turns.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import type { ProblemCode } from '../problems.js';
import { SessionService, type LockedSession, type SeatsOfSession } from '../sessions/session.service.js';
import { admission, type Admission } from './applicant.queries.js';
import { mayApplyFor } from './applicant.rules.js';
import { doubleBooked } from './double-booking.js';
import type { Elsewhere } from './double-booking.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { SeatNews } from './seat-news.js';
import type { Place, SeatAnswer, SeatDeed, SeatPolicy } from './seat-deed.rules.js';
import { SeatTurn } from './seat-turn.rules.js';

/** What someone asks at the desk of one session. */
export type SeatRequest = { readonly actor: Actor } & (
  | { readonly kind: 'enrol'; readonly professionalId: string; readonly aboveCapacity: boolean }
  | Exclude<SeatDeed, { kind: 'enrol' | 'resize' }>
  | { readonly kind: 'resize'; readonly seats: SeatsOfSession; readonly version: number }
);

/** Where an enrolment stands after the request. */
export interface Seated {
  readonly enrolmentId: string;
  readonly status: Enrolment['status'];
}

type Answer = Seated | null | DomainError;

const LARGEST_TURN = 100;
/** How often a turn is tried that someone's seat in another session came in between. */
const ATTEMPTS = 5;

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
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SeatNews) private readonly news: SeatNews,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /** @throws DomainError when the request itself is refused */
  async ask(sessionId: string, request: Exclude<SeatRequest, { kind: 'resize' }>): Promise<Seated> {
    return (await this.join(sessionId, request))!;
  }

  /** @throws DomainError 'seats-taken' or 'changed-meanwhile' */
  async resize(sessionId: string, actor: Actor, seats: SeatsOfSession, version: number): Promise<void> {
    await this.join(sessionId, { kind: 'resize', actor, seats, version });
  }

  /**
   * Gives out what became free without anyone asking here: seats whose reservation has lapsed, offers that nobody took,
   * and seats for people who were busy elsewhere until now. Each session is done in a transaction of its own.
   */
  async giveOutFreedSeats(): Promise<void> {
    const now = this.clock.now();
    const waiting = await this.db.read(systemActor, (tx) =>
      tx.query<{ id: string }[]>(
        `select id from session where waiting_count > 0 and seats_taken < capacity + capacity * overbooking_percentage / 100
           and status in ('open', 'confirmed')
         union select session_id from enrolment where status = 'offered' and offer_expires_at <= $1 order by id`,
        [now],
      ),
    );
    for (const { id } of waiting) await this.takeTurn(id, []);
  }

  private async join(sessionId: string, request: SeatRequest): Promise<Seated | null> {
    const answer = await this.turns.join(sessionId, request);
    if (answer instanceof DomainError) throw answer;
    return answer;
  }

  // Seats weigh everyone's enrolments, also those that the asking actor may not see.
  private async takeTurn(sessionId: string, requests: readonly SeatRequest[]): Promise<Answer[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.db.transaction(systemActor, async (tx) =>
          this.decide(tx, await this.sessions.lock(tx, sessionId), requests),
        );
      } catch (error) {
        // Someone got a seat in another session meanwhile; now it is there to be seen, and the turn can be taken.
        const cameBetween = violatedConstraint(error) === 'professional_in_one_place_at_a_time';
        if (!cameBetween || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async decide(tx: Tx, session: LockedSession, requests: readonly SeatRequest[]): Promise<Answer[]> {
    const active = await tx.find(Enrolment, {
      where: { sessionId: session.id, status: In(['requested', 'waitlisted', 'offered', 'confirmed']) },
      order: { waitingNumber: 'ASC', id: 'ASC' },
    });
    const now = this.clock.now();
    const hopeful = active.filter(({ status }) => status !== 'confirmed');
    const asked = await admission(tx, session, [
      ...applicantsOf(requests),
      ...hopeful.map(({ professionalId }) => professionalId),
    ]);
    const turn = new SeatTurn(policyOf(session, now), active, asked.busy, now);
    const answers = requests.map((request) => answerTo(request, session, asked, turn));
    const resized = requests.findLast(
      (request, index) => request.kind === 'resize' && !isRefused(answers[index]!),
    );
    if (resized?.kind === 'resize') await this.sessions.resize(tx, session.id, resized.seats);
    const changed = turn.changed();
    if (changed.length > 0) {
      const { id: sessionId, regionId } = session;
      await tx.upsert(
        Enrolment,
        changed.map(({ place }) => ({ ...place, sessionId, regionId })),
        { conflictPaths: ['id'] },
      );
      await this.sessions.countSeats(tx, sessionId, turn.counts());
      await this.news.tell(tx, changed);
    }
    await this.audit.record(
      tx,
      ...deedsOf(requests, answers, session),
      ...deedsOfTime(changed, answers, session),
    );
    const names = await namesOf(tx, answers);
    return answers.map((answer) =>
      isRefused(answer)
        ? refusalOf(answer, names)
        : answer.place && { enrolmentId: answer.place.id, status: turn.statusOf(answer.place.id) },
    );
  }
}

interface Refused {
  readonly refused: ProblemCode;
  readonly touched?: readonly Place[];
  readonly elsewhere?: Elsewhere;
}

/** The names of the people whom refused seats would touch, by professional. */
async function namesOf(
  tx: Tx,
  answers: readonly (SeatAnswer | Refused)[],
): Promise<ReadonlyMap<string, string>> {
  const touched = answers.flatMap((answer) => (isRefused(answer) ? (answer.touched ?? []) : []));
  if (touched.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }[]>(
    'select id, name from professional where id = any($1)',
    [touched.map(({ professionalId }) => professionalId)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function refusalOf(
  { refused, touched, elsewhere }: Refused,
  names: ReadonlyMap<string, string>,
): DomainError {
  if (elsewhere) return doubleBooked(elsewhere);
  if (!touched) return new DomainError(refused);
  const people = touched.map(({ professionalId }) => names.get(professionalId)!);
  return new DomainError(refused, { count: people.length, names: people.join(', ') });
}

function isRefused(answer: SeatAnswer | Refused): answer is Refused {
  return 'refused' in answer;
}

function applicantsOf(requests: readonly SeatRequest[]): string[] {
  return requests.flatMap((request) => ('professionalId' in request ? [request.professionalId] : []));
}

function answerTo(
  request: SeatRequest,
  session: LockedSession,
  { approval, applicants }: Admission,
  turn: SeatTurn,
): SeatAnswer | Refused {
  const { actor } = request;
  // The desk sees every region; whoever asks does not.
  if (actor.regionId !== session.regionId) return { refused: 'not-found' };
  if (request.kind === 'resize') return resize(request, turn);
  if (request.kind !== 'enrol') return turn.take(request);
  const { professionalId, aboveCapacity } = request;
  const applicant = applicants.get(professionalId);
  if (!applicant || !mayApplyFor(actor, applicant)) return { refused: 'not-found' };
  const { municipalityId } = applicant;
  const needsApproval = approval === 'contact' && actor.role === 'professional';
  return turn.take({ kind: 'enrol', professionalId, municipalityId, needsApproval, aboveCapacity });
}

function resize({ seats: wanted, version }: SeatRequest & { kind: 'resize' }, turn: SeatTurn): SeatAnswer {
  const { quotas, releaseOn, ...seats } = wanted;
  const plan = { ...seats, reserved: reservedBy(quotas), releasedAt: instantOf(releaseOn, '00:00') };
  return turn.take({ kind: 'resize', plan, version });
}

const reservedBy = (quotas: SeatsOfSession['quotas']): Map<string, number> =>
  new Map(quotas.map(({ municipalityId, seats }) => [municipalityId, seats]));

function policyOf(session: LockedSession, now: Date): SeatPolicy {
  return { ...session, takesEnrolments: takesEnrolments(session, now) };
}

function deedsOf(
  requests: readonly SeatRequest[],
  answers: readonly (SeatAnswer | Refused)[],
  session: LockedSession,
): Deed[] {
  return requests.flatMap((request, index): Deed[] => {
    const answer = answers[index]!;
    if (isRefused(answer)) return [];
    const { actor, kind: action } = request;
    if (request.kind === 'resize')
      return [
        {
          ...{ actor, action, subjectType: 'session', subjectId: session.id },
          before: seatsOf(session),
          after: { ...request.seats },
        },
      ];
    const place = answer.place!;
    return [
      {
        ...{ actor, action, subjectType: 'enrolment', subjectId: place.id },
        ...(request.kind === 'substitute' && { before: { enrolmentId: request.enrolmentId } }),
        after: { sessionId: session.id, outcome: place.status },
      },
    ];
  });
}

/** What nobody asked for in this turn: who waited moved up, or an offer ended. */
function deedsOfTime(
  changed: ReturnType<SeatTurn['changed']>,
  answers: readonly (SeatAnswer | Refused)[],
  { id: sessionId, regionId }: LockedSession,
): Deed[] {
  const asked = new Set(answers.flatMap((answer) => (isRefused(answer) ? [] : (answer.place?.id ?? []))));
  return changed
    .filter(({ place }) => !asked.has(place.id) && place.endReason !== 'substituted')
    .map(({ place, before }) => ({
      actor: { ...systemActor, regionId },
      action: place.status === 'cancelled' ? 'endOffer' : 'moveUp',
      ...{ subjectType: 'enrolment', subjectId: place.id },
      before: { status: before!.status },
      after: { status: place.status, sessionId },
    }));
}

function seatsOf({
  capacity,
  minimum,
  overbookingPercentage,
  waitingListMode,
  offerHours,
  reserved,
}: LockedSession) {
  const quotas = [...reserved].map(([municipalityId, seats]) => ({ municipalityId, seats }));
  return { capacity, minimum, overbookingPercentage, waitingListMode, offerHours, quotas };
}
