import { Inject, Injectable } from '@nestjs/common';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { AskedWishes } from '../enrolment/wishes.rules.js';
import { Clock } from '../platform/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Place } from '../sessions/place.rules.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';
import { ENROLMENT_ENDS_AT } from '../sessions/session-terms.queries.js';
import { systemActor } from '../shared/actor.js';

/** A session that is open to everyone, as anyone may see it: no names, prices or joining links. Dates are local. */
export interface OpenSessionRow {
  readonly id: string;
  readonly courseTitle: string;
  readonly level: CourseLevel;
  readonly regionName: string;
  readonly regionIsDemo: boolean;
  readonly status: SessionStatus;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly waitingCount: number;
  /** Whether seats are held for municipalities, so that not everyone can have what is free. */
  readonly holdsSeats: boolean;
  readonly dates: readonly string[];
  /** From this instant on nobody enrols any more. */
  readonly enrolmentEndsAt: Date;
  /** The venues by name; null when every part is on line. */
  readonly venues: string | null;
  readonly online: boolean;
}

export interface OpenPart {
  readonly ordinal: number;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  /** Null for a part that is on line. */
  readonly place: (Place & { readonly accessibility: string; readonly route: string | null }) | null;
}

/** All of it that its own page shows. */
export interface OpenSession extends OpenSessionRow, AskedWishes {
  readonly regionId: string;
  readonly parts: readonly OpenPart[];
  /** The functions that the course is for, none meaning all. */
  readonly functions: readonly { readonly nl: string; readonly en: string }[];
  readonly restrictedAudience: string | null;
  readonly entryLevel: CourseLevel | null;
  readonly needsApproval: boolean;
}

interface Filter {
  readonly regionId: string | null;
  readonly q: string | null;
}

// $1 is the local date of today: from the release date on no seats are held.
const ROW = `
  s.id, c.title "courseTitle", c.level, r.name "regionName", r.is_demo "regionIsDemo", s.status, s.capacity,
  s.seats_taken "seatsTaken", s.waiting_count "waitingCount", p.dates, p.enrolment_ends_at "enrolmentEndsAt", p.venues, p.online,
  s.release_on > ($1::timestamptz at time zone 'Europe/Amsterdam')::date
    and exists (select from seat_quota q where q.session_id = s.id) "holdsSeats"`;
const FROM = `
  from session s join course c on c.id = s.course_id join region r on r.id = s.region_id
  join lateral (
    select array_agg(p.local_date::text order by p.ordinal) dates, min(p.starts_at) first_starts_at,
      ${ENROLMENT_ENDS_AT} enrolment_ends_at,
      string_agg(distinct v.name, ', ') venues, bool_or(p.room_id is null) online
    from session_part p left join room ro on ro.id = p.room_id left join venue v on v.id = ro.venue_id
    where p.session_id = s.id
  ) p on true
  where c.audience = 'public' and s.status <> 'draft'`;
const OPEN = `${FROM} and s.status in ('open', 'confirmed') and p.enrolment_ends_at > $1
  and ($2::uuid is null or s.region_id = $2)
  and ($3::text is null or position(lower($3) in lower(concat_ws(' ', c.title, p.venues))) > 0)`;
const PARTS = `
  (select json_agg(json_build_object('ordinal', sp.ordinal, 'date', sp.local_date, 'startTime', left(sp.start_time::text, 5),
     'endTime', left(sp.end_time::text, 5), 'place', case when ro.id is not null then json_build_object('venue', v.name,
       'room', ro.name, 'address', v.address, 'town', m.name, 'accessibility', ro.accessibility, 'route', v.route) end)
     order by sp.ordinal)
   from session_part sp left join room ro on ro.id = sp.room_id left join venue v on v.id = ro.venue_id
   left join municipality m on m.id = v.municipality_id where sp.session_id = s.id)`;
const FUNCTIONS = `
  (select coalesce(json_agg(json_build_object('nl', f.name_nl, 'en', f.name_en) order by f.name_nl), '[]')
   from course_function cf join professional_function f on f.id = cf.function_id where cf.course_id = c.id)`;

/** A session that was opened to everyone, whether or not one can still enrol; null when there is none. */
export async function openSession(tx: Tx, id: string, now: Date): Promise<OpenSession | null> {
  const [row] = await tx.query<OpenSession[]>(
    `select ${ROW}, s.region_id "regionId", ${PARTS} parts, ${FUNCTIONS} functions,
       c.restricted_audience "restrictedAudience", c.entry_level "entryLevel", c.approval <> 'none' "needsApproval",
       s.asks_dietary "asksDietary", s.asks_accessibility "asksAccessibility"
     ${FROM} and s.id = $2`,
    [now, id],
  );
  return row ?? null;
}

/** What anyone may see without signing in. Nobody asks, so the system looks, and selects only what is public. */
@Injectable()
export class OpenSessionQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  regions(): Promise<{ id: string; name: string }[]> {
    return this.db.read(systemActor, (tx) =>
      tx.query<{ id: string; name: string }[]>('select id, name from region order by name'),
    );
  }

  /** One slice of the sessions in which anyone can enrol now, the first to begin first, and how many there are. */
  list(
    { regionId, q }: Filter,
    sliceOf: (total: number) => { readonly limit: number; readonly offset: number },
  ): Promise<{ total: number; rows: OpenSessionRow[] }> {
    const params = [this.clock.now(), regionId, q];
    return this.db.read(systemActor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int total ${OPEN}`, params);
      const { limit, offset } = sliceOf(counted!.total);
      const rows = await tx.query<OpenSessionRow[]>(
        `select ${ROW} ${OPEN} order by p.first_starts_at, s.id limit $4 offset $5`,
        [...params, limit, offset],
      );
      return { total: counted!.total, rows };
    });
  }

  /** @throws DomainError 'not-found', also for a draft and for one that is not open to everyone */
  async get(id: string): Promise<OpenSession> {
    const session = await this.db.read(systemActor, (tx) => openSession(tx, id, this.clock.now()));
    if (!session) throw new DomainError('not-found');
    return session;
  }
}
