import type { Tx } from '../../platform/database/database.js';

/** A part that a trainer gives. */
export interface TrainerBooking {
  readonly sessionId: string;
  readonly course: string;
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
}

/** What a trainer gives in a stretch of time, at most so much, the earliest first. */
export function bookingsOf(
  tx: Tx,
  trainerId: string,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  limit: number,
): Promise<TrainerBooking[]> {
  return tx.query<TrainerBooking[]>(
    `select s.id "sessionId", c.title course, p.local_date::text date, left(p.start_time::text, 5) "startTime",
       left(p.end_time::text, 5) "endTime"
     from session_part_trainer b join session_part p on p.id = b.part_id
     join session s on s.id = p.session_id join course c on c.id = s.course_id
     where b.trainer_id = $1 and b.during && tstzrange($2, $3) order by p.starts_at limit $4`,
    [trainerId, startsAt, endsAt, limit],
  );
}
