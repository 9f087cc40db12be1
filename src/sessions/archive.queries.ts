import type { Tx } from '../platform/database/database.js';
import type { TrainerBooking } from './trainers/trainer-bookings.queries.js';

/** What can be taken out of use. */
export type Archivable = 'trainer' | 'venue' | 'room';

const BOOKED: Readonly<Record<Archivable, string>> = {
  trainer: 'exists (select from session_part_trainer b where b.part_id = p.id and b.trainer_id = $1)',
  venue: 'exists (select from room r where r.id = p.room_id and r.venue_id = $1)',
  room: 'p.room_id = $1',
};

/** What is planned with a trainer, at a venue or in a room and is not over, at most so much, the earliest first. */
export function bookingsToCome(
  tx: Tx,
  kind: Archivable,
  id: string,
  now: Date,
  limit: number,
): Promise<TrainerBooking[]> {
  return tx.query<TrainerBooking[]>(
    `select s.id "sessionId", c.title course, p.local_date::text date, left(p.start_time::text, 5) "startTime",
       left(p.end_time::text, 5) "endTime"
     from session_part p join session s on s.id = p.session_id join course c on c.id = s.course_id
     where ${BOOKED[kind]} and not p.called_off and p.ends_at > $2 order by p.starts_at, p.id limit $3`,
    [id, now, limit],
  );
}
