import type { Tx } from '../platform/database/database.js';
import type { Busy, Elsewhere } from './double-booking.rules.js';

const BUSY = `
  select distinct on (e.professional_id) e.professional_id "professionalId", s.id "sessionId", c.title course,
    p.local_date::text date, left(p.start_time::text, 5) "startTime", left(p.end_time::text, 5) "endTime"
  from enrolment e
  join session s on s.id = e.session_id
  join course c on c.id = s.course_id
  join session_part p on p.session_id = s.id and not p.called_off
  join session_part own on own.session_id = $1 and own.starts_at < p.ends_at and own.ends_at > p.starts_at
  where e.professional_id = any($2) and e.session_id <> $1 and e.during && session_times($1)
  order by e.professional_id, p.starts_at`;

/** Which of these people have a seat in another session at the time of this one, and in which; as the system, which sees all. */
export async function busyElsewhere(
  tx: Tx,
  sessionId: string,
  professionalIds: readonly string[],
): Promise<Busy> {
  if (professionalIds.length === 0) return new Map();
  const rows = await tx.query<(Elsewhere & { professionalId: string })[]>(BUSY, [sessionId, professionalIds]);
  return new Map(rows.map(({ professionalId, ...elsewhere }) => [professionalId, elsewhere]));
}
