import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import type { CalendarAnswer } from '../platform/files/calendar-reply.rules.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { appointments, type Appointment } from './appointment.queries.js';
import { guestCount } from './guest-count.queries.js';
import { SEAT_CLASS } from './waiting.queries.js';
import type { EndReason, EnrolmentStatus } from './enrolment-status.rules.js';

/** A session above its roster. */
export interface RosterSession extends Appointment {
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly waitingCount: number;
  /** How many of the seats taken are those of guests. */
  readonly guestCount: number;
  readonly asksDietary: boolean;
  readonly asksAccessibility: boolean;
}

/** Someone who has, waits for, or gave up a seat. */
export interface RosterRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly municipality: string;
  readonly functionNl: string;
  readonly functionEn: string;
  /** Got a seat although there was none free. */
  readonly aboveCapacity: boolean;
  readonly walkIn: boolean;
  readonly entryOverrideReason: string | null;
  /** Whether there was such a reason, which was kept long enough. */
  readonly entryOverrideForgotten: boolean;
  /** Whether the enrolment came instead of one in another session. */
  readonly transferred: boolean;
  readonly endReason: EndReason | null;
  readonly cancelReason: string | null;
  /** Whether there was such a reason, which was kept long enough. */
  readonly cancelReasonForgotten: boolean;
  readonly stillCharged: boolean;
  /** Had a seat in a session that is over, and was at none of its parts. */
  readonly noShow: boolean;
  /** What they answered in their calendar to the appointment as it is now, by part. */
  readonly answers: readonly PartAnswer[];
}

export interface PartAnswer {
  /** Of the part. */
  readonly ordinal: number;
  readonly answer: CalendarAnswer;
}

type Person = 'id' | 'name' | 'organisation' | 'municipality' | 'functionNl' | 'functionEn';

/** Someone in the register who can still be enrolled in a session. */
export interface CandidateRow extends Pick<RosterRow, Person> {
  readonly email: string;
}

export interface Slice {
  readonly limit: number;
  readonly offset: number;
}

type Counts = Readonly<Record<EnrolmentStatus, number>>;

const PERSON = `p.name, o.name organisation, m.name municipality, f.name_nl "functionNl", f.name_en "functionEn"`;
/** Of enrolment `e` in session `s`. */
export const ANSWERS = `(select coalesce(json_agg(json_build_object('ordinal', r.ordinal, 'answer', r.answer) order by r.ordinal), '[]')
  from appointment_answer r where r.enrolment_id = e.id and r.sequence >= s.calendar_sequence)`;
const PARTICULARS = `e.above_capacity "aboveCapacity", e.walk_in "walkIn", e.entry_override_reason "entryOverrideReason",
  e.transferred_from is not null transferred, e.end_reason "endReason", e.cancel_reason "cancelReason",
  e.cancel_reason_forgotten "cancelReasonForgotten", e.entry_override_forgotten "entryOverrideForgotten",
  e.still_charged "stillCharged", e.status = 'confirmed' and s.status = 'closed' and not exists (
    select from attendance_mark a where a.enrolment_id = e.id and a.mark <> 'absent') "noShow", ${ANSWERS} answers`;
const PEOPLE = `from professional p
  join organisation o on o.id = p.organisation_id
  join municipality m on m.id = p.municipality_id
  join professional_function f on f.id = p.function_id`;

/** Whether a person's name, organisation or address holds the text in $2; all of them when there is none. */
const MATCHES = `($2::text is null or position(lower($2) in lower(p.name || ' ' || o.name || ' ' || p.email)) > 0)`;
const CANDIDATES = `${MATCHES}
  and not exists (select from enrolment e where e.session_id = $1 and e.professional_id = p.id and e.status <> 'cancelled')`;

/** Who is in a session, and who could be; row-level security leaves each actor the people they may see. */
@Injectable()
export class RosterQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws DomainError 'not-found', also for a trainer of another session and for a draft that is not the actor's */
  async session(actor: Actor, sessionId: string): Promise<RosterSession> {
    const found = await this.db.read(actor, async (tx) => {
      const [row] = await tx.query<Omit<RosterSession, keyof Appointment | 'guestCount'>[]>(
        `select capacity, seats_taken "seatsTaken", waiting_count "waitingCount", asks_dietary "asksDietary",
           asks_accessibility "asksAccessibility" from session
         where id = $1 and ($2 = 'coordinator' or status <> 'draft') and ($2 <> 'trainer' or session_trained_by(id, $3))`,
        [sessionId, actor.role, actor.trainerId],
      );
      return row && { ...row, ...(await appointments(tx, [sessionId])).get(sessionId)! };
    });
    if (!found) throw new DomainError('not-found');
    return { ...found, guestCount: await guestCount(this.db, sessionId) };
  }

  /** How many people match the text, per status. */
  counts(actor: Actor, sessionId: string, q: string | null): Promise<Counts> {
    return this.db.read(actor, async (tx) => {
      const rows = await tx.query<{ status: EnrolmentStatus; count: number }[]>(
        `select e.status, count(*)::int count ${PEOPLE} join enrolment e on e.professional_id = p.id
         where e.session_id = $1 and ${MATCHES} group by e.status`,
        [sessionId, q],
      );
      const counted = Object.fromEntries(rows.map(({ status, count }) => [status, count]));
      return { requested: 0, waitlisted: 0, offered: 0, confirmed: 0, cancelled: 0, ...counted };
    });
  }

  /** People with this status who match the text: who waits in the order in which seats are given out, others by name. */
  people(
    actor: Actor,
    sessionId: string,
    filter: { status: EnrolmentStatus; q: string | null },
    { limit, offset }: Slice,
  ): Promise<RosterRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<RosterRow[]>(
        `select e.id, ${PARTICULARS}, ${PERSON} ${PEOPLE} join enrolment e on e.professional_id = p.id join session s on s.id = e.session_id
         where e.session_id = $1 and ${MATCHES} and e.status = $3
         order by case when e.status = 'waitlisted' then ${SEAT_CLASS} end,
           case when e.status = 'waitlisted' then e.waiting_number end, p.name, e.id
         limit $4 offset $5`,
        [sessionId, filter.q, filter.status, limit, offset],
      ),
    );
  }

  /** People of the register without a seat or wait in this session who match the text, and how many there are. */
  candidates(actor: Actor, sessionId: string, q: string | null, sliceOf: (total: number) => Slice) {
    return this.db.read(actor, async (tx) => {
      const [total] = await tx.query<{ count: number }[]>(
        `select count(*)::int count ${PEOPLE} where ${CANDIDATES}`,
        [sessionId, q],
      );
      const { limit, offset } = sliceOf(total!.count);
      const rows = await tx.query<CandidateRow[]>(
        `select p.id, p.email, ${PERSON} ${PEOPLE} where ${CANDIDATES} order by p.name, p.id limit $3 offset $4`,
        [sessionId, q, limit, offset],
      );
      return { total: total!.count, rows };
    });
  }
}
