/**
 * Which of the people in $2 have a seat in another session at the time of session $1, and in which; as the
 * system, which sees all. Their seats are looked up first: row-level security hides from the planner how few they are.
 */
export const BUSY_ELSEWHERE = `
  with seat as materialized (
    select professional_id, session_id from enrolment
    where professional_id = any($2) and session_id <> $1 and during && (select during from session where id = $1))
  select distinct on (seat.professional_id) seat.professional_id "professionalId", s.id "sessionId", c.title course,
    p.local_date::text date, left(p.start_time::text, 5) "startTime", left(p.end_time::text, 5) "endTime"
  from seat
  join session s on s.id = seat.session_id
  join course c on c.id = s.course_id
  join session_part p on p.session_id = s.id and not p.called_off
  join session_part own on own.session_id = $1 and own.starts_at < p.ends_at and own.ends_at > p.starts_at
  order by seat.professional_id, p.starts_at`;
