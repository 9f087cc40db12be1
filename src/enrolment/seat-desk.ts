import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { systemActor } from '../shared/actor.js';
import { Audit } from '../platform/audit/audit.js';
import { Turns } from '../platform/batching/turns.js';
import { Clock } from '../platform/clock.js';
import { Database, violatedConstraint, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import {
  answerOnce,
  KeyTakenMeanwhile,
  type Asked,
  type Receipt,
  type Settled,
} from '../platform/web/answer-once.js';
import { SessionService, type SessionRow } from '../sessions/session.service.js';
import type { Enrolment } from './enrolment.entity.js';
import type { GroupAnswer } from './group-outcome.rules.js';
import { deedsOfGroups, enrolledBefore, writeGroups } from './group-record.js';
import { take, takeGroup, unsaved } from './group-turn.js';
import { moveWishes, wishesToMove } from './moved-wishes.js';
import { openTurn, type OpenTurn, type Taken } from './open-turn.js';
import { told, type Answer, type Seated } from './seat-answer.js';
import { SeatNews } from './seat-news.js';
import { namesOf } from './seat-refusal.js';
import type { DeskRequest, GroupRequest, SeatRequest } from './seat-request.js';
import { writeGuests, writePlaces } from './turn-record.js';
import { deedsOf, deedsOfTime } from './turn-trail.js';

/** A request about the session itself or a guest, which is answered by being done. */
export type SessionRequest = Extract<SeatRequest, { kind: 'resize' | 'addGuest' | 'removeGuest' }>;

const LARGEST_TURN = 400;
/** How often a turn is tried that someone came in between: with a seat, a place in the course, or a key, in another session. */
const ATTEMPTS = 5;
const CONSTRAINTS_OF_OTHER_TURNS = ['professional_in_one_place_at_a_time', 'enrolment_once_per_course'];

/**
 * The one place where seats are given out. Requests for the same session share a turn: one transaction locks the
 * session, loads how it stands, lets the rule decide the whole turn in order of arrival, and writes it set by set.
 */
@Injectable()
export class SeatDesk {
  private readonly turns = new Turns<Asked<DeskRequest, Answer>, Answer | DomainError>(
    (sessionId, asked) => this.takeTurn(sessionId, asked),
    LARGEST_TURN,
    ({ request }) => (request.kind === 'enrolGroup' ? request.people.length : 1),
  );

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(SeatNews) private readonly news: SeatNews,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  /**
   * @param receipt of a request that may come again with its key, and is then answered as the first time
   * @throws DomainError when the request itself is refused
   */
  async ask(
    sessionId: string,
    request: Exclude<SeatRequest, SessionRequest>,
    receipt: Receipt<Seated> | null = null,
  ): Promise<Seated> {
    return (await this.join(sessionId, request, receipt)) as Seated;
  }

  /** @throws DomainError when the request itself is refused, such as 'seats-taken', 'changed-meanwhile' or 'session-over' */
  async arrange(sessionId: string, request: SessionRequest): Promise<void> {
    await this.join(sessionId, request);
  }

  /** Enrols a group in one turn, so that nobody comes in between; one that has to fit and does not is not saved. */
  async enrolGroup(sessionId: string, request: GroupRequest): Promise<GroupAnswer> {
    return (await this.join(sessionId, request)) as GroupAnswer;
  }

  /** What would become of a group now: the same turn, of which nothing is written. */
  async foreseeGroup(sessionId: string, request: GroupRequest): Promise<GroupAnswer> {
    return this.db.read(systemActor, async (tx) => {
      const session = await this.sessions.lookAtRow(tx, sessionId);
      const open = await openTurn(tx, session, [request], this.clock.now());
      return unsaved(takeGroup(request, open).group.members);
    });
  }

  /**
   * Moves an enrolment to another session of the course, in one transaction that locks both: a seat goes to a seat, and
   * is given up only when there is one. Wishes that the other session asks for too go along.
   * @throws DomainError when either session refuses
   */
  async transfer(
    actor: Actor,
    from: Pick<Enrolment, 'id' | 'sessionId' | 'professionalId' | 'status' | 'entryOverrideReason'>,
    toSessionId: string,
  ): Promise<Seated> {
    const { sessionId, professionalId } = from;
    const leave = { actor, kind: 'transferOut', enrolmentId: from.id } as const;
    const enter = { actor, kind: 'transferIn', professionalId } as const;
    return this.untilNothingComesBetween(async (tx) => {
      const locked = new Map<string, SessionRow>();
      // In the same order for everyone, so that two transfers never wait for each other.
      for (const id of [sessionId, toSessionId].sort()) locked.set(id, await this.sessions.lockRow(tx, id));
      const mayBeLate = actor.role === 'coordinator';
      const leaving = [{ ...leave, mayBeLate }];
      const here = await openTurn(tx, locked.get(sessionId)!, leaving, this.clock.now());
      // Someone who waits may have been given a seat since it was asked, which then goes along.
      const status = here.turn.statusOf(from.id) ?? from.status;
      // The end of an enrolment deletes its wishes; who only changes date tells them once.
      const wishes = await wishesToMove(tx, from.id);
      const [left] = await this.finish(tx, here, leaving);
      if (left instanceof DomainError) throw left;
      const entering = [{ ...enter, from: { ...from, status } }];
      const there = await openTurn(tx, locked.get(toSessionId)!, entering, this.clock.now());
      const [entered] = await this.finish(tx, there, entering);
      if (entered instanceof DomainError) throw entered;
      const seated = entered as Seated;
      await moveWishes(tx, seated.enrolmentId, wishes);
      return seated;
    });
  }

  /**
   * Gives out what became free without anyone asking here: seats whose reservation has lapsed, offers that nobody took,
   * and seats for people who were busy elsewhere until now. Each session is done in a transaction of its own.
   */
  async giveOutFreedSeats(): Promise<void> {
    const now = this.clock.now();
    const waiting = await this.db.read(systemActor, (tx) =>
      tx.query<{ id: string }[]>(
        `select id from session where waiting_count > 0
           and seats_taken - seats_above_capacity < capacity + capacity * overbooking_percentage / 100
           and status in ('open', 'confirmed')
         union select session_id from enrolment where status = 'offered' and offer_expires_at <= $1 order by id`,
        [now],
      ),
    );
    const failures: unknown[] = [];
    for (const { id } of waiting) await this.takeTurn(id, []).catch((error) => failures.push(error));
    await this.freeWhoWaitedInVain(now);
    // One session that fails keeps the others from nothing, and is still seen.
    if (failures.length > 0) throw failures[0];
  }

  /** Who waited for a session that has begun is in no session of the course any more. */
  private async freeWhoWaitedInVain(now: Date): Promise<void> {
    await this.db.transaction(systemActor, (tx) =>
      tx.query(
        `update enrolment e set once_course_id = null
         where once_course_id is not null and status in ('requested', 'waitlisted')
           and (select min(p.starts_at) from session_part p where p.session_id = e.session_id) <= $1`,
        [now],
      ),
    );
  }

  private async join(
    sessionId: string,
    request: DeskRequest,
    receipt: Receipt<Answer> | null = null,
  ): Promise<Answer> {
    const answer = await this.turns.join(sessionId, { request, receipt });
    if (answer instanceof DomainError) throw answer;
    return answer;
  }

  private takeTurn(
    sessionId: string,
    asked: readonly Asked<DeskRequest, Answer>[],
  ): Promise<(Answer | DomainError)[]> {
    const now = this.clock.now();
    return this.untilNothingComesBetween(async (tx) => {
      const session = await this.sessions.lockRow(tx, sessionId);
      const requests = asked.map(({ request }) => request);
      const look = () => openTurn(tx, session, requests, now);
      return answerOnce(tx, asked, now, look, (news, open) => this.settle(tx, open, news));
    });
  }

  // Seats weigh everyone's enrolments, also those that the asking actor may not see.
  private async untilNothingComesBetween<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.db.transaction(systemActor, work);
      } catch (error) {
        // Now that it is there to be seen, the turn can be taken.
        if (!cameBetween(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async finish(tx: Tx, open: OpenTurn, requests: readonly DeskRequest[]) {
    const { answers, written } = await this.settle(tx, open, requests);
    await written;
    return answers;
  }

  private async settle(tx: Tx, open: OpenTurn, requests: readonly DeskRequest[]): Promise<Settled<Answer>> {
    const enrolled = await enrolledBefore(tx, requests);
    const taken = requests.map((request) => take(request, open, enrolled));
    const names = await namesOf(
      tx,
      taken.flatMap(({ answers }) => answers),
    );
    const positions = open.turn.waitingPositions();
    const answers = taken.map(
      ({ group, answers: [answer] }) => group ?? told(answer!, names, positions, open.turn),
    );
    return { answers, written: this.write(tx, open, taken) };
  }

  private async write(tx: Tx, { session, turn }: OpenTurn, taken: readonly Taken[]): Promise<void> {
    const asks = taken.flatMap((one) => one.asks);
    const answers = taken.flatMap((one) => one.answers);
    const done = asks.filter((_, index) => !('refused' in answers[index]!));
    const resized = done.findLast((request) => request.kind === 'resize');
    const changed = turn.changed();
    const groups = taken.flatMap(({ saved }) => saved ?? []);
    const deeds = [...deedsOf(asks, answers, session), ...deedsOfTime(changed, answers, session)];
    // Sent together: none needs the answer of another.
    await Promise.all([
      writePlaces(tx, session, changed).then(() => writeGroups(tx, session, groups, this.clock.now())),
      writeGuests(tx, session, turn.guests(), done, this.clock.now()),
      // Together where both change: in between, the seats taken might not fit.
      resized
        ? this.sessions.resize(tx, session.id, resized.seats, turn.counts())
        : (done.length > 0 || changed.length > 0) && this.sessions.countSeats(tx, session.id, turn.counts()),
      this.news.tell(tx, changed),
      this.audit.record(tx, ...deeds, ...deedsOfGroups(groups, session.id)),
    ]);
  }
}

function cameBetween(error: unknown): boolean {
  if (error instanceof KeyTakenMeanwhile) return true;
  return CONSTRAINTS_OF_OTHER_TURNS.includes(violatedConstraint(error) ?? '');
}
