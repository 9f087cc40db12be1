/**
 * Which of the people in $2 have a seat in another session at the time of session $1, and in which; as the system, which
 * sees all.
 */
export const BUSY_ELSEWHERE = `
  select distinct on (e.professional_id) e.professional_id "professionalId", s.id "sessionId", c.title course,
    p.local_date::text date, left(p.start_time::text, 5) "startTime", left(p.end_time::text, 5) "endTime"
  from enrolment e
  join session s on s.id = e.session_id
  join course c on c.id = s.course_id
  join session_part p on p.session_id = s.id and not p.called_off
  join session_part own on own.session_id = $1 and own.starts_at < p.ends_at and own.ends_at > p.starts_at
  where e.professional_id = any($2) and e.session_id <> $1 and e.during && session_times($1)
  order by e.professional_id, p.starts_at`;
