import type { Tx } from '../../platform/database/database.js';

/** A session that is still to come with more seats than fit in a room of it. */
export interface OverfullRow {
  readonly room: string;
  readonly course: string;
  /** Local date of its first part in that room. */
  readonly date: string;
  readonly capacity: number;
}

/** The sessions that do not fit in these rooms, at most so many, the first one first. */
export function overfull(
  tx: Tx,
  roomIds: readonly string[],
  now: Date,
  limit: number,
): Promise<OverfullRow[]> {
  return tx.query<OverfullRow[]>(
    `select r.name room, c.title course, min(p.local_date)::text date, s.capacity
     from session_part p join room r on r.id = p.room_id join session s on s.id = p.session_id
     join course c on c.id = s.course_id
     where r.id = any($1) and not p.called_off and p.ends_at > $2 and s.capacity > r.capacity
     group by r.id, s.id, c.title order by min(p.starts_at), s.id limit $3`,
    [roomIds, now, limit],
  );
}
