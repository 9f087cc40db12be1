import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Actor } from '../../shared/actor.js';
import type { RosterPart } from '../attendance.queries.js';
import type { Mark } from '../attendance.rules.js';

/** A part that is given on the day asked about; times are local, as HH:MM. */
export interface DoorPart {
  readonly id: string;
  readonly ordinal: number;
  readonly startTime: string;
  readonly endTime: string;
  readonly startsAt: Date;
}

/** Someone with a seat, and the mark of each part of the day that has one. */
export interface DoorPerson {
  readonly enrolmentId: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationId: string;
  readonly marks: Readonly<Record<string, Mark>>;
}

/** A session of the day, as it is needed at the door. */
export interface DoorSession {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly DoorPart[];
  readonly people: readonly DoorPerson[];
}

/** A seat with the days on which it takes a code; dates are local. */
export interface EntryRow {
  readonly enrolmentId: string;
  readonly sessionId: string;
  readonly courseTitle: string;
  readonly name: string;
  readonly dates: readonly string[];
}

/** One's own seat in a session that is to be given, with the marks there are. */
export interface OwnSeat {
  readonly enrolmentId: string;
  readonly sessionId: string;
  readonly courseTitle: string;
  readonly parts: readonly (RosterPart & { readonly mark: Mark | null })[];
}

/** Colleagues who come together. */
export interface EntryGroup {
  readonly organisationId: string;
  readonly organisation: string;
  readonly names: readonly string[];
}

const SESSIONS = `
  select s.id, c.title,
    json_agg(json_build_object('id', p.id, 'ordinal', p.ordinal, 'startTime', left(p.start_time::text, 5),
      'endTime', left(p.end_time::text, 5), 'startsAt', p.starts_at) order by p.ordinal) parts
  from session s join course c on c.id = s.course_id join session_part p on p.session_id = s.id and p.local_date = $1
  where s.status in ('open', 'confirmed') and ($2 <> 'trainer' or session_trained_by(s.id, $3))
  group by s.id, c.id order by min(p.starts_at), s.id`;
const PEOPLE = `
  select e.session_id "sessionId", e.id "enrolmentId", p.name, o.name organisation, o.id "organisationId",
    coalesce((select json_object_agg(m.part_id, m.mark) from attendance_mark m where m.enrolment_id = e.id), '{}') marks
  from enrolment e join professional p on p.id = e.professional_id join organisation o on o.id = p.organisation_id
  where e.session_id = any($1) and e.status = 'confirmed' order by p.name, e.id`;
const ENTRY = `
  select e.id "enrolmentId", s.id "sessionId", c.title "courseTitle", p.name,
    array(select distinct x.local_date::text from session_part x where x.session_id = s.id order by 1) dates
  from enrolment e join session s on s.id = e.session_id join course c on c.id = s.course_id
  join professional p on p.id = e.professional_id
  where e.id = $1 and e.status = 'confirmed' and s.status in ('open', 'confirmed')`;
const OWN_SEAT = `
  select e.id "enrolmentId", s.id "sessionId", c.title "courseTitle"
  from enrolment e join session s on s.id = e.session_id join course c on c.id = s.course_id
  where s.id = $1 and e.professional_id = $2 and e.status = 'confirmed' and s.status in ('open', 'confirmed')`;
const OWN_PARTS = `
  select p.id, p.ordinal, p.local_date::text "localDate", p.start_time::text "startTime", p.end_time::text "endTime",
    p.starts_at "startsAt", p.ends_at "endsAt", m.mark
  from session_part p left join attendance_mark m on m.part_id = p.id and m.enrolment_id = $2
  where p.session_id = $1 order by p.ordinal`;
const GROUPS = `
  select o.id "organisationId", o.name organisation, array_agg(p.name order by p.name) names
  from enrolment e join professional p on p.id = e.professional_id join organisation o on o.id = p.organisation_id
  where e.session_id = $1 and e.status = 'confirmed' group by o.id having count(*) > 1 order by o.name, o.id`;

@Injectable()
export class CheckInQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The sessions of a local date at whose door this actor may stand, with everyone who has a seat. */
  doors(actor: Actor, date: string): Promise<DoorSession[]> {
    return this.db.read(actor, async (tx) => {
      const sessions = await tx.query<Omit<DoorSession, 'people'>[]>(SESSIONS, [
        date,
        actor.role,
        actor.trainerId,
      ]);
      const people = await tx.query<(DoorPerson & { sessionId: string })[]>(PEOPLE, [
        sessions.map(({ id }) => id),
      ]);
      return sessions.map((session) => ({
        ...session,
        people: people.filter(({ sessionId }) => sessionId === session.id),
      }));
    });
  }

  /**
   * A seat that lets someone in, of a session that is to be given.
   * @throws DomainError 'not-found'
   */
  async entry(actor: Actor, enrolmentId: string): Promise<EntryRow> {
    const [found] = await this.db.read(actor, (tx) => tx.query<EntryRow[]>(ENTRY, [enrolmentId]));
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /** The seat of this professional in a session; null for none. */
  ownSeat(actor: Actor, sessionId: string): Promise<OwnSeat | null> {
    return this.db.read(actor, async (tx) => {
      const [seat] = await tx.query<Omit<OwnSeat, 'parts'>[]>(OWN_SEAT, [sessionId, actor.professionalId]);
      if (!seat) return null;
      return {
        ...seat,
        parts: await tx.query<OwnSeat['parts'][number][]>(OWN_PARTS, [sessionId, seat.enrolmentId]),
      };
    });
  }

  /** How many have a seat in the session of a part, and how many of them were marked as there. */
  async countIn(actor: Actor, partId: string): Promise<{ readonly inside: number; readonly total: number }> {
    const [counted] = await this.db.read(actor, (tx) =>
      tx.query<{ inside: number; total: number }[]>(
        `select count(*)::int total, count(*) filter (where m.mark in ('present', 'late', 'left-early'))::int inside
         from session_part p join enrolment e on e.session_id = p.session_id and e.status = 'confirmed'
         left join attendance_mark m on m.part_id = p.id and m.enrolment_id = e.id where p.id = $1`,
        [partId],
      ),
    );
    return counted!;
  }

  /** The organisations of which several people have a seat, as far as the actor may see them. */
  groups(actor: Actor, sessionId: string): Promise<EntryGroup[]> {
    return this.db.read(actor, (tx) => tx.query<EntryGroup[]>(GROUPS, [sessionId]));
  }

  /**
   * The local dates of a session, and what it is called.
   * @throws DomainError 'not-found'
   */
  async days(
    actor: Actor,
    sessionId: string,
  ): Promise<{ readonly courseTitle: string; readonly dates: readonly string[] }> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<{ courseTitle: string; dates: string[] }[]>(
        `select c.title "courseTitle",
           array(select distinct x.local_date::text from session_part x where x.session_id = s.id order by 1) dates
         from session s join course c on c.id = s.course_id where s.id = $1`,
        [sessionId],
      ),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /** The session of a seat that counts; null for none. */
  async sessionOf(actor: Actor, enrolmentId: string): Promise<string | null> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<{ sessionId: string }[]>(
        `select session_id "sessionId" from enrolment where id = $1 and status = 'confirmed'`,
        [enrolmentId],
      ),
    );
    return found?.sessionId ?? null;
  }
}
