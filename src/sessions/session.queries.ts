import { evaluationFormOf } from '../courses/evaluation-form.queries.js';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { addToDate, localDateOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { Looking } from './enrolment-hindrance.rules.js';
import { statusesOf, type SessionFilter } from './session-filter.rules.js';
import { DECISION_DAYS, type SessionStatus } from './session-life.rules.js';
import { ENROLMENT_ENDS_AT } from './session-terms.queries.js';

/** A session as lists and its own page show it; dates are local, in order. */
export interface SessionRow extends Looking {
  readonly id: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly level: CourseLevel;
  readonly status: SessionStatus;
  readonly payerMunicipalityId: string;
  readonly payer: string;
  readonly capacity: number;
  readonly minimum: number;
  readonly releaseOn: string;
  /** The local date on which it is decided whether it goes ahead. */
  readonly decideOn: string;
  readonly seatsTaken: number;
  readonly waitingCount: number;
  readonly version: number;
  readonly dates: readonly string[];
  readonly firstStartsAt: Date;
  readonly lastEndsAt: Date;
  /** From this instant on nobody enrols or moves up any more. */
  readonly enrolmentEndsAt: Date;
  /** Local dates; null where there is no such day before the start. */
  readonly enrolUntil: string | null;
  readonly cancelUntil: string | null;
  /** The venues by name; null when every part is on line. */
  readonly venues: string | null;
  /** Whether any part is on line. */
  readonly online: boolean;
  /** Whole cents as text; null for those who may not see it. */
  readonly priceCents: string | null;
  readonly priceIsDemo: boolean | null;
  /** Whether it was agreed for this session itself. */
  readonly priceIsAgreed: boolean;
  /** The reader's own enrolment that is not cancelled. */
  readonly enrolmentId: string | null;
  readonly enrolmentStatus: 'requested' | 'waitlisted' | 'offered' | 'confirmed' | null;
  /** Whether the reader gives a part of it. */
  readonly trainedByReader: boolean;
  /** Where a participant says what they thought of it; null for nowhere. */
  readonly evaluationUrl: string | null;
  /** Whether those who enrol are asked for wishes. */
  readonly asksWishes: boolean;
}

export interface SessionPartRow {
  readonly id: string;
  readonly ordinal: number;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null for a part that is on line. */
  readonly roomId: string | null;
  readonly place: PartPlace | null;
  /** Only for those who come, who teach or who organise; null for everyone else. */
  readonly joiningLink: string | null;
  readonly trainers: readonly { readonly id: string; readonly name: string }[];
}

export interface PartPlace {
  readonly venueId: string;
  readonly venue: string;
  readonly room: string;
  readonly town: string;
  readonly address: string;
  readonly accessibility: string;
  readonly route: string | null;
}

/** A municipality's seats in a session, as far as the reader may see who takes them. */
export interface SeatRow {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly reserved: number;
  readonly taken: number;
  readonly waiting: number;
}

interface Slice {
  readonly limit: number;
  readonly offset: number;
}

const READER = `
  (select json_build_object('organisationId', p.organisation_id,
    'isInvited', exists (select from session_invitation i where i.session_id = s.id and i.professional_id = p.id),
    'otherEnrolmentId', (select o.id from enrolment o where c.once_per_course and o.once_course_id = c.id
      and o.professional_id = p.id and o.session_id <> s.id limit 1))
   from professional p where p.id = $4)`;
const priced = (column: 'price_cents' | 'is_demo' | 'is_agreed') =>
  `(select ps.${column} from priced_session ps where ps.session_id = s.id)`;
const SELECT = `
  select s.id, s.course_id "courseId", c.title "courseTitle", c.level, s.status,
    s.payer_municipality_id "payerMunicipalityId", m.name payer, s.capacity, s.minimum, s.release_on::text "releaseOn",
    s.decide_on::text "decideOn", s.enrol_until::text "enrolUntil", s.cancel_until::text "cancelUntil", s.seats_taken "seatsTaken", s.waiting_count "waitingCount", s.version, p.dates, p.first_starts_at "firstStartsAt",
    p.last_ends_at "lastEndsAt", p.enrolment_ends_at "enrolmentEndsAt", p.venues, p.online,
    ${priced('price_cents')} "priceCents", ${priced('is_demo')} "priceIsDemo", ${priced('is_agreed')} "priceIsAgreed",
    e.id "enrolmentId", e.status "enrolmentStatus", ${evaluationFormOf('c')} "evaluationUrl",
    c.audience, s.organisation_id "organisationId", ${READER} reader,
    r.trains "trainedByReader", s.asks_dietary or s.asks_accessibility "asksWishes"`;

// Only coordinators see drafts; $1 to $4 say who reads, the last one for whose own enrolment.
const FROM = `
  from session s
  join course c on c.id = s.course_id
  join municipality m on m.id = s.payer_municipality_id
  join lateral (
    select array_agg(p.local_date::text order by p.ordinal) dates, min(p.local_date) first_date,
      min(p.starts_at) first_starts_at, max(p.ends_at) last_ends_at, ${ENROLMENT_ENDS_AT} enrolment_ends_at,
      string_agg(distinct v.name, ', ') venues, bool_or(p.room_id is null) online,
      array_agg(v.municipality_id) municipality_ids
    from session_part p left join room r on r.id = p.room_id left join venue v on v.id = r.venue_id where p.session_id = s.id
  ) p on true
  cross join lateral (select coalesce(session_trained_by(s.id, $3), false) trains) r
  left join enrolment e on e.session_id = s.id and e.professional_id = $4 and e.status <> 'cancelled'
  where s.region_id = $1 and ($2 = 'coordinator' or s.status <> 'draft')`;

const FILTERED = `${FROM}
  and ($5::text[] is null or s.status = any($5))
  and case $6
    when 'enrollable' then p.enrolment_ends_at > $11
    when 'full' then p.first_starts_at > $11 and s.seats_taken >= s.capacity
    when 'in-progress' then p.first_starts_at <= $11 and p.last_ends_at > $11
    when 'ended' then p.last_ends_at <= $11
    when 'to-decide' then s.decide_on <= $12
    else true
  end
  and ($7::text is null or position(lower($7) in lower(concat_ws(' ', c.title, p.venues))) > 0)
  and ($8::text is null or c.level = $8)
  and ($9::uuid is null or $9 = any(p.municipality_ids))
  and ($10::date is null or p.first_date >= $10)`;

const PARTS = `
  select p.id, p.ordinal, p.local_date::text date, left(p.start_time::text, 5) "startTime",
    left(p.end_time::text, 5) "endTime", p.starts_at "startsAt", p.ends_at "endsAt", p.room_id "roomId",
    case when r.id is not null then json_build_object('venueId', v.id, 'venue', v.name, 'room', r.name, 'town', m.name,
      'address', v.address, 'accessibility', r.accessibility, 'route', v.route) end place,
    l.url "joiningLink",
    (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
      from session_part_trainer pt join trainer t on t.id = pt.trainer_id where pt.part_id = p.id) trainers
  from session_part p
  left join room r on r.id = p.room_id
  left join venue v on v.id = r.venue_id
  left join municipality m on m.id = v.municipality_id
  left join joining_link l on l.part_id = p.id
  where p.session_id = $1 order by p.ordinal`;

const SEATS = `
  select m.id "municipalityId", m.name municipality, coalesce(q.seats, 0) reserved,
    count(e.id) filter (where e.status in ('confirmed', 'offered'))::int taken,
    count(e.id) filter (where e.status = 'waitlisted')::int waiting
  from municipality m
  left join seat_quota q on q.municipality_id = m.id and q.session_id = $1
  left join enrolment e on e.municipality_id = m.id and e.session_id = $1 and e.status <> 'cancelled'
  where m.region_id = $2 and ($3::uuid is null or m.id = $3)
  group by m.id, q.seats having q.seats is not null or count(e.id) > 0 order by m.name`;

/** Sessions as each role may see them. */
@Injectable()
export class SessionQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One slice of the sessions that fit the filter, and how many there are; a trainer's own come first. */
  list(
    actor: Actor,
    filter: SessionFilter,
    sliceOf: (total: number) => Slice,
  ): Promise<{ total: number; rows: SessionRow[] }> {
    const now = this.clock.now();
    const params = [
      ...readerOf(actor),
      statusesOf(filter.show),
      filter.show,
      filter.q,
      filter.level,
      filter.municipalityId,
      filter.from,
      now,
      addToDate(localDateOf(now), { days: DECISION_DAYS }),
    ];
    const direction = filter.order === 'date' ? 'asc' : 'desc';
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int total ${FILTERED}`, params);
      const total = counted?.total ?? 0;
      const { limit, offset } = sliceOf(total);
      const rows = await tx.query<SessionRow[]>(
        `${SELECT} ${FILTERED} order by r.trains desc, p.first_starts_at ${direction}, s.id limit $13 offset $14`,
        [...params, limit, offset],
      );
      return { total, rows };
    });
  }

  /** @throws DomainError 'not-found', also for a draft to anyone but a coordinator */
  async get(actor: Actor, id: string): Promise<SessionRow> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<SessionRow[]>(`${SELECT} ${FROM} and s.id = $5`, [...readerOf(actor), id]),
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }

  parts(actor: Actor, id: string): Promise<SessionPartRow[]> {
    return this.db.read(actor, (tx) => tx.query<SessionPartRow[]>(PARTS, [id]));
  }

  /** Seats per municipality that holds or takes any; a contact gets only the own municipality's. */
  seats(actor: Actor, id: string): Promise<SeatRow[]> {
    const own = actor.role === 'contact' ? actor.municipalityId : null;
    return this.db.read(actor, (tx) => tx.query<SeatRow[]>(SEATS, [id, actor.regionId, own]));
  }

  municipalities(actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.db.read(actor, (tx) =>
      tx.query<{ id: string; name: string }[]>(
        'select id, name from municipality where region_id = $1 order by name',
        [actor.regionId],
      ),
    );
  }
}

function readerOf(actor: Actor) {
  return [actor.regionId, actor.role, actor.trainerId, actor.professionalId];
}
