import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';

/** A part of a session that this trainer gives. Times are local, as HH:MM:SS. */
export interface TrainerPartRow {
  readonly session_id: string;
  readonly course_title: string;
  readonly status: 'open' | 'confirmed';
  readonly ordinal: number;
  readonly parts: number;
  readonly local_date: string;
  readonly start_time: string;
  readonly end_time: string;
  readonly ends_at: Date;
  /** The venue, its room where it has several, and its address; null for a part that is on line. */
  readonly place: string | null;
  readonly seats_taken: number;
}

@Injectable()
export class TrainerHomeQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The trainer's parts of sessions that are not closed yet, in the order in which they are given. */
  parts(actor: Actor): Promise<TrainerPartRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<TrainerPartRow[]>(
        `select s.id session_id, c.title course_title, s.status, p.ordinal,
           (select count(*)::int from session_part x where x.session_id = s.id) parts,
           p.local_date::text, p.start_time::text, p.end_time::text, p.ends_at,
           nullif(concat_ws(', ', v.name, nullif(r.name, v.name), v.address), '') place, s.seats_taken
         from session_part_trainer t
         join session_part p on p.id = t.part_id
         join session s on s.id = p.session_id
         join course c on c.id = s.course_id
         left join room r on r.id = p.room_id
         left join venue v on v.id = r.venue_id
         where t.trainer_id = $1 and s.status in ('open', 'confirmed')
         order by p.starts_at, p.id`,
        [actor.trainerId],
      ),
    );
  }
}
