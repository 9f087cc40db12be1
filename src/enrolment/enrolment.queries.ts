import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { systemActor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';

/** An own enrolment, as the professional's list shows it. */
export interface OwnEnrolmentRow {
  readonly id: string;
  readonly session_id: string;
  readonly course_title: string;
  readonly status: 'confirmed' | 'waitlisted' | 'cancelled';
  readonly dates: string[];
  readonly first_starts_at: Date;
  readonly venue_name: string;
}

@Injectable()
export class EnrolmentQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The professional's own enrolments, the next one first. */
  own(actor: Actor): Promise<OwnEnrolmentRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<OwnEnrolmentRow[]>(
        `select e.id, e.session_id, c.title course_title, e.status,
           array_agg(p.local_date::text order by p.ordinal) dates, min(p.starts_at) first_starts_at, min(v.name) venue_name
         from enrolment e
         join session s on s.id = e.session_id
         join course c on c.id = s.course_id
         join session_part p on p.session_id = s.id
         join venue v on v.id = p.venue_id
         where e.professional_id = $1
         group by e.id, c.title order by min(p.starts_at), e.id`,
        [actor.professionalId],
      ),
    );
  }

  /**
   * The place of a waiting enrolment in the order in which seats are given out (1 is next); null when it does not
   * wait. It counts people whom the actor may not see, so it is asked by the system and tells only the number.
   */
  async waitingPosition(enrolmentId: string): Promise<number | null> {
    const rows = await this.db.read(systemActor, (tx) =>
      tx.query<{ position: number }[]>(
        `select position::int from (
           select w.id, row_number() over (order by (w.municipality_id <> s.payer_municipality_id), w.waiting_number) position
           from enrolment w join session s on s.id = w.session_id
           where w.status = 'waitlisted' and w.session_id = (select session_id from enrolment where id = $1)
         ) waiting where id = $1`,
        [enrolmentId],
      ),
    );
    return rows[0]?.position ?? null;
  }
}
