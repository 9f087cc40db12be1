import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';

export interface GoingSessionRow {
  readonly id: string;
  readonly course_title: string;
  readonly payer_name: string;
  readonly status: 'draft' | 'open' | 'confirmed';
  readonly seats_taken: number;
  readonly capacity: number;
  readonly minimum: number;
  readonly waiting_count: number;
  /** Local date of the go or no-go. */
  readonly decide_on: string;
  readonly dates: readonly string[];
  readonly first_starts_at: Date;
  readonly last_ends_at: Date;
}

export interface FailedMessageRow {
  readonly id: string;
  readonly to_name: string;
  readonly subject: string;
  readonly session_id: string | null;
  readonly provider_answer: string | null;
  /** How many mails failed in all. */
  readonly total: number;
}

@Injectable()
export class CoordinatorHomeQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Every session that is neither closed nor called off, the one that begins first at the top. */
  going(actor: Actor): Promise<GoingSessionRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<GoingSessionRow[]>(
        `select s.id, c.title course_title, m.name payer_name, s.status, s.seats_taken, s.capacity, s.minimum, s.waiting_count, s.decide_on::text decide_on,
           array_agg(p.local_date::text order by p.ordinal) dates, min(p.starts_at) first_starts_at, max(p.ends_at) last_ends_at
         from session s
         join course c on c.id = s.course_id
         join municipality m on m.id = s.payer_municipality_id
         join session_part p on p.session_id = s.id
         where s.status in ('draft', 'open', 'confirmed')
         group by s.id, c.title, m.name
         order by first_starts_at, s.id`,
      ),
    );
  }

  /** Whether there is a training to schedule. */
  async hasCourses(actor: Actor): Promise<boolean> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<{ any: boolean }[]>('select exists (select from course where region_id = $1) "any"', [
        actor.regionId,
      ]),
    );
    return found!.any;
  }

  /** The newest mails that could not be delivered, at most ten. */
  failedMessages(actor: Actor): Promise<FailedMessageRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<FailedMessageRow[]>(
        `select id, to_name, subject, session_id, provider_answer, count(*) over ()::int total
         from message where status = 'failed' order by created_at desc, id desc limit 10`,
      ),
    );
  }
}
