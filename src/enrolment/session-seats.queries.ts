import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Audience } from '../courses/course-access.rules.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';
import type { SeatQuotas } from '../sessions/session-seats.rules.js';

/** The seats of a session as they are set now, and what they have to fit. */
export interface SessionSeatsRow {
  readonly id: string;
  readonly courseTitle: string;
  readonly version: number;
  readonly capacity: number;
  readonly minimum: number;
  readonly overbookingPercentage: number;
  readonly waitingListMode: 'automatic' | 'offer';
  readonly offerHours: number;
  /** Local dates. */
  readonly enrolUntil: string | null;
  readonly cancelUntil: string | null;
  readonly chargesLateCancellation: boolean;
  readonly audience: Audience;
  /** For which organisation an in-company session is. */
  readonly organisationId: string | null;
  /** Local date. */
  readonly releaseOn: string;
  readonly firstDate: string;
  readonly firstStartsAt: Date;
  /** The room of a part into which the fewest people fit; null when all of it is on line. */
  readonly smallestRoom: { readonly name: string; readonly capacity: number } | null;
  readonly status: SessionStatus;
  readonly seatsTaken: number;
  readonly waitingCount: number;
}

/** A municipality, function or organisation with the seats held for it in the session and those its people have. */
export interface QuotaRow {
  readonly id: string;
  readonly name: string;
  readonly reserved: number;
  readonly taken: number;
}

/** Everyone for whom seats can be held. */
export interface SeatHolders {
  /** Every member of the region, and who holds seats all the same, by name. */
  readonly municipalities: readonly QuotaRow[];
  readonly functions: readonly (QuotaRow & { readonly nameEn: string })[];
  /** Every organisation of the region; its name says of which municipality. */
  readonly organisations: readonly QuotaRow[];
}

/** Whether enrolment `e` takes a seat of its session. */
export const TAKES_SEAT = "e.status in ('confirmed', 'offered')";

/** How many people of each holder have a seat; `holder` is a column of the enrolment `e` or of its professional `p`. */
const taken = (holder: string) => `
  select ${holder} holder, count(*)::int taken from enrolment e join professional p on p.id = e.professional_id
  where e.session_id = $1 and ${TAKES_SEAT} group by 1`;
const MUNICIPALITIES = `
  select m.id, m.name, coalesce(q.seats, 0) reserved, coalesce(t.taken, 0) taken
  from municipality m
  left join seat_quota q on q.municipality_id = m.id and q.session_id = $1
  left join (${taken('e.municipality_id')}) t on t.holder = m.id
  where m.region_id = $2 and (m.is_member or q.seats is not null) order by m.name`;
const FUNCTIONS = `
  select f.id, f.name_nl name, f.name_en "nameEn", coalesce(q.seats, 0) reserved, coalesce(t.taken, 0) taken
  from professional_function f
  left join seat_quota q on q.function_id = f.id and q.session_id = $1
  left join (${taken('p.function_id')}) t on t.holder = f.id
  where f.region_id = $2 order by f.name_nl`;
const ORGANISATIONS = `
  select o.id, o.name || ' (' || m.name || ')' name, coalesce(q.seats, 0) reserved, coalesce(t.taken, 0) taken
  from organisation o
  join municipality m on m.id = o.municipality_id
  left join seat_quota q on q.organisation_id = o.id and q.session_id = $1
  left join (${taken('p.organisation_id')}) t on t.holder = o.id
  where o.region_id = $2 order by lower(o.name), m.name`;

@Injectable()
export class SessionSeatsQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws DomainError 'not-found' */
  async session(actor: Actor, id: string): Promise<SessionSeatsRow> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<SessionSeatsRow[]>(
        `select s.id, c.title "courseTitle", s.version, s.capacity, s.minimum,
           s.overbooking_percentage "overbookingPercentage", s.waiting_list_mode "waitingListMode",
           s.offer_hours "offerHours", s.enrol_until::text "enrolUntil", s.cancel_until::text "cancelUntil",
           s.charges_late_cancellation "chargesLateCancellation", c.audience, s.organisation_id "organisationId", s.release_on::text "releaseOn", s.status, s.seats_taken "seatsTaken",
           s.waiting_count "waitingCount", min(p.local_date)::text "firstDate", min(p.starts_at) "firstStartsAt",
           (select json_build_object('name', r.name, 'capacity', r.capacity)
            from session_part sp join room r on r.id = sp.room_id where sp.session_id = s.id
            order by r.capacity limit 1) "smallestRoom"
         from session s join course c on c.id = s.course_id join session_part p on p.session_id = s.id
         where s.id = $1 group by s.id, c.id`,
        [id],
      ),
    );
    if (!row) throw new DomainError('not-found');
    return row;
  }

  /** For whom seats are held in the session. */
  async quotas(actor: Actor, sessionId: string): Promise<SeatQuotas> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<
        {
          municipalityId: string | null;
          functionId: string | null;
          organisationId: string | null;
          seats: number;
        }[]
      >(
        `select municipality_id "municipalityId", function_id "functionId", organisation_id "organisationId", seats
         from seat_quota where session_id = $1 order by id`,
        [sessionId],
      ),
    );
    return {
      quotas: rows.flatMap(({ municipalityId, seats }) =>
        municipalityId ? [{ municipalityId, seats }] : [],
      ),
      functionQuotas: rows.flatMap(({ functionId, seats }) => (functionId ? [{ functionId, seats }] : [])),
      organisationQuotas: rows.flatMap(({ organisationId, seats }) =>
        organisationId ? [{ organisationId, seats }] : [],
      ),
    };
  }

  /** Which of these municipalities, functions and organisations the region has. */
  async known(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ id: string }[]>(
        `select id from municipality where id = any($1) union all select id from professional_function where id = any($1)
         union all select id from organisation where id = any($1)`,
        [ids],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Everyone for whom seats can be held. */
  holders(actor: Actor, sessionId: string): Promise<SeatHolders> {
    const of = [sessionId, actor.regionId];
    return this.db.read(actor, async (tx) => ({
      municipalities: await tx.query<QuotaRow[]>(MUNICIPALITIES, of),
      functions: await tx.query<SeatHolders['functions'][number][]>(FUNCTIONS, of),
      organisations: await tx.query<QuotaRow[]>(ORGANISATIONS, of),
    }));
  }
}
