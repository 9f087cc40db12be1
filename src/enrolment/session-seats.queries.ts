import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';

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

/** A municipality of the region with the seats it holds in the session and those its people have. */
export interface QuotaRow {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly reserved: number;
  readonly taken: number;
}

@Injectable()
export class SessionSeatsQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** @throws DomainError 'not-found' */
  async session(actor: Actor, id: string): Promise<SessionSeatsRow> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<SessionSeatsRow[]>(
        `select s.id, c.title "courseTitle", s.version, s.capacity, s.minimum,
           s.overbooking_percentage "overbookingPercentage", s.waiting_list_mode "waitingListMode",
           s.offer_hours "offerHours", s.release_on::text "releaseOn", s.status, s.seats_taken "seatsTaken",
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

  /** Every municipality of the region, by name. */
  quotas(actor: Actor, sessionId: string): Promise<QuotaRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<QuotaRow[]>(
        `select m.id "municipalityId", m.name municipality, coalesce(q.seats, 0) reserved,
           (select count(*)::int from enrolment e where e.session_id = $1 and e.municipality_id = m.id
              and e.status in ('confirmed', 'offered')) taken
         from municipality m left join seat_quota q on q.municipality_id = m.id and q.session_id = $1
         where m.region_id = $2 order by m.name`,
        [sessionId, actor.regionId],
      ),
    );
  }
}
