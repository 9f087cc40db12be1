/**
 * Which of these people have a seat in another session at the time of session $1, and in which; as the system, which
 * sees all. The few other parts of that time are looked up first: people have seats in many sessions, and
 * row-level security hides from the planner which of their seats are of that time.
 * @param people the SQL of an array of their ids
 */
export const busyElsewhere = (people: string) => `
  with elsewhere as materialized (
    select p.session_id, p.local_date, p.start_time, p.end_time, p.starts_at
    from session_part own join session_part p on own.starts_at < p.ends_at and own.ends_at > p.starts_at
    where own.session_id = $1 and p.session_id <> $1 and not p.called_off)
  select distinct on (e.professional_id) e.professional_id "professionalId", s.id "sessionId", c.title course,
    p.local_date::text date, left(p.start_time::text, 5) "startTime", left(p.end_time::text, 5) "endTime"
  from elsewhere p
  join enrolment e on e.session_id = p.session_id and e.status = 'confirmed' and e.professional_id = any(${people})
  join session s on s.id = p.session_id
  join course c on c.id = s.course_id
  order by e.professional_id, p.starts_at`;
