import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { instantOf } from '../shared/local-date.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { Place } from './place.rules.js';
import { roomName } from './room-name.rules.js';
import type { SessionStatus } from './session-life.rules.js';
import { ENROLMENT_ENDS_AT } from './session-terms.queries.js';

/** Which parts of sessions a calendar holds; null for no bound. */
export interface CalendarScope {
  /** Local dates, both included. */
  readonly first: string;
  readonly last: string;
  /** That pays for the session or where it is held. */
  readonly municipalityId: string | null;
  readonly trainerId: string | null;
  readonly roomId: string | null;
}

/** One part of a session as a calendar shows it; never one that is called off. */
export interface CalendarPart {
  readonly sessionId: string;
  readonly ordinal: number;
  readonly partCount: number;
  readonly sequence: number;
  readonly courseTitle: string;
  readonly level: CourseLevel;
  readonly status: SessionStatus;
  readonly seatsTaken: number;
  readonly capacity: number;
  /** Of the whole session. */
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
  readonly enrolmentEndsAt: Date;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  /** Null for a part that is on line. */
  readonly place: Place | null;
  readonly trainers: readonly string[];
  /** Of the professional whose calendar it is; null without an enrolment that counts. */
  readonly enrolmentStatus: string | null;
}

/** A trainer or a room to narrow a calendar down to. */
export interface CalendarChoice {
  readonly id: string;
  readonly name: string;
  readonly isArchived: boolean;
}

/** Which sessions count: also drafts, all that people can see, those one can enrol in or is enrolled in, or only the last. */
export type CalendarSight = 'drafts' | 'published' | 'enrollable' | 'booked';

const PARTS = `
  select s.id "sessionId", p.ordinal, w.count "partCount",
    s.calendar_sequence "sequence", c.title "courseTitle", c.level, s.status, s.seats_taken "seatsTaken",
    s.capacity, w.first_starts_at "firstStartsAt", w.last_ends_at "lastEndsAt",
    w.enrolment_ends_at "enrolmentEndsAt", p.local_date::text date,
    left(p.start_time::text, 5) "startTime", left(p.end_time::text, 5) "endTime",
    case when r.id is not null then json_build_object('venue', v.name, 'room', r.name, 'address', v.address,
      'town', m.name) end place,
    (select coalesce(json_agg(t.name order by t.name), '[]')
      from session_part_trainer pt join trainer t on t.id = pt.trainer_id where pt.part_id = p.id) trainers,
    e.status "enrolmentStatus"
  from session_part p
  join session s on s.id = p.session_id
  join course c on c.id = s.course_id
  cross join lateral (
    select count(*)::int count, min(p.starts_at) first_starts_at, max(p.ends_at) last_ends_at,
      ${ENROLMENT_ENDS_AT} enrolment_ends_at
    from session_part p where p.session_id = s.id) w
  left join room r on r.id = p.room_id
  left join venue v on v.id = r.venue_id
  left join municipality m on m.id = v.municipality_id
  left join enrolment e on e.session_id = s.id and e.professional_id = $8 and e.status <> 'cancelled'
  where s.region_id = $1 and s.status <> 'cancelled' and p.local_date between $2 and $3
    and ($4::uuid is null or $4 in (s.payer_municipality_id, v.municipality_id))
    and ($5::uuid is null or exists (
      select from session_part_trainer pt where pt.part_id = p.id and pt.trainer_id = $5))
    and ($6::uuid is null or r.id = $6)
    and case $7
      when 'drafts' then true
      when 'published' then s.status <> 'draft'
      when 'enrollable' then s.status in ('open', 'confirmed') or (s.status = 'closed' and e.id is not null)
      else s.status <> 'draft' and e.status = 'confirmed'
    end
  order by p.starts_at, c.title, s.id, p.ordinal`;

/** Nothing is booked with what is archived, so from a later day on there is nothing to see. */
const IN_USE_SINCE = (archivedAt: string) => `(${archivedAt} is null or ${archivedAt} >= $2)`;

/** The sessions of a period, by part. */
@Injectable()
export class SessionCalendarQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Whom one can choose to see the parts of from this day on: also who was archived since, or is chosen already. */
  trainers(actor: Actor, { first, trainerId }: CalendarScope): Promise<CalendarChoice[]> {
    return this.db.read(actor, (tx) =>
      tx.query<CalendarChoice[]>(
        `select t.id, t.name, t.archived_at is not null "isArchived" from trainer t
         where t.region_id = $1 and (${IN_USE_SINCE('t.archived_at')} or t.id = $3)
         order by t.archived_at is not null, t.name, t.id`,
        [actor.regionId, instantOf(first, '00:00'), trainerId],
      ),
    );
  }

  /** The same of rooms; a room is out of use too when its venue is. */
  async rooms(actor: Actor, { first, roomId }: CalendarScope): Promise<CalendarChoice[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ id: string; venue: string; room: string; town: string; isArchived: boolean }[]>(
        `select r.id, v.name venue, r.name room, m.name town, o.archived_at is not null "isArchived"
         from room r join venue v on v.id = r.venue_id join municipality m on m.id = v.municipality_id
         cross join lateral (select least(r.archived_at, v.archived_at) archived_at) o
         where r.region_id = $1 and (${IN_USE_SINCE('o.archived_at')} or r.id = $3)
         order by o.archived_at is not null, m.name, v.name, r.name`,
        [actor.regionId, instantOf(first, '00:00'), roomId],
      ),
    );
    return rows.map(({ id, town, isArchived, ...names }) => ({
      ...{ id, isArchived, name: `${roomName(names)}, ${town}` },
    }));
  }

  /** What this reader may see; a trainer sees the own parts only. */
  parts(actor: Actor, scope: CalendarScope): Promise<CalendarPart[]> {
    const trainerId = actor.role === 'trainer' ? actor.trainerId : scope.trainerId;
    return this.db.read(actor, (tx) =>
      partsWithin(
        tx,
        actor.regionId!,
        { ...scope, trainerId },
        {
          sight: sightOf(actor),
          professionalId: actor.professionalId,
        },
      ),
    );
  }
}

/** The parts within a scope, as far as the transaction's actor may read them, in the order of time. */
export function partsWithin(
  tx: Tx,
  regionId: string,
  { first, last, municipalityId, trainerId, roomId }: CalendarScope,
  { sight, professionalId }: { sight: CalendarSight; professionalId: string | null },
): Promise<CalendarPart[]> {
  return tx.query<CalendarPart[]>(PARTS, [
    ...[regionId, first, last, municipalityId, trainerId, roomId, sight, professionalId],
  ]);
}

function sightOf({ role }: Pick<Actor, 'role'>): CalendarSight {
  if (role === 'coordinator') return 'drafts';
  return role === 'professional' ? 'enrollable' : 'published';
}
