import { entryLevels } from '../courses/course-level.rules.js';

// Pieces of SQL that say who asks for a course. Each takes expressions ('c.id', '$1'): columns or parameters.

/** When a session `s` begins and ends. */
const STARTS = '(select min(part.starts_at) from session_part part where part.session_id = s.id)';
const ENDS = '(select max(part.ends_at) from session_part part where part.session_id = s.id)';

/** How many sessions of a course one can enrol in. */
export const OPEN_SESSIONS = (course: string, now: string) => `
  select count(*)::int from session s
  where s.course_id = ${course} and s.status in ('open', 'confirmed') and ${STARTS} > ${now}`;

/** A seat of this person, or the offer of one, in a session of the course that is not over. */
export const HAS_SEAT = (course: string, professional: string, now: string) => `
  select from enrolment e join session s on s.id = e.session_id
  where s.course_id = ${course} and e.professional_id = ${professional} and e.status in ('confirmed', 'offered')
    and s.status in ('open', 'confirmed') and ${ENDS} > ${now}`;

/**
 * Who asks for a course and has no seat in it, once per course and person, however often they ask: `interested`,
 * `waits` (for a seat or for approval in a session still to come) and `waits_in_full` (for a seat in one that is full).
 * Row-level security keeps it to whom the actor may see.
 */
export const ASKED = (now: string) => `
  select course_id, professional_id, bool_or(interested) interested, bool_or(waits) waits, bool_or(waits_in_full) waits_in_full
  from (
    select i.course_id, i.professional_id, true interested, false waits, false waits_in_full
    from interest i where i.ended_at is null
    union all
    select s.course_id, e.professional_id, false, true, e.status = 'waitlisted'
    from session s join enrolment e on e.session_id = s.id and e.status in ('requested', 'waitlisted')
    where s.status in ('open', 'confirmed') and ${STARTS} > ${now}
  ) asking
  where not exists (${HAS_SEAT('asking.course_id', 'asking.professional_id', now)})
  group by course_id, professional_id`;

/**
 * The newest numbers of each organisation per course and function, of polls that still count on the day `today`. An
 * organisation that answers again replaces what it said before, also when it now needs nobody.
 */
const POLLED = (today: string) => `
  select newest.course_id, newest.municipality_id, w.function_id, sum(w.people)::int polled
  from (
    select distinct on (o.organisation_id, k.course_id) o.poll_id, o.organisation_id, o.municipality_id, k.course_id
    from needs_poll_organisation o
    join needs_poll p on p.id = o.poll_id
    join needs_poll_course k on k.poll_id = p.id
    where o.answered_at is not null and p.counts_until >= ${today}
    order by o.organisation_id, k.course_id, p.sent_at desc, p.id desc
  ) newest
  join needs_poll_answer w on w.poll_id = newest.poll_id and w.organisation_id = newest.organisation_id
    and w.course_id = newest.course_id
  group by newest.course_id, newest.municipality_id, w.function_id`;

/** What is asked per course, municipality and function; the demand is that of `demandOf`, here too because it is sorted and added up by. */
export const DEMAND = (now: string, today: string) => `
  select course_id, municipality_id, function_id, waiting, interested, polled,
    greatest(waiting + interested, polled) demand
  from (
    select course_id, municipality_id, function_id, coalesce(waiting, 0) waiting, coalesce(interested, 0) interested,
      coalesce(polled, 0) polled
    from (
      select a.course_id, p.municipality_id, p.function_id, count(*) filter (where a.waits)::int waiting,
        count(*) filter (where not a.waits)::int interested
      from (${ASKED(now)}) a join professional p on p.id = a.professional_id
      group by a.course_id, p.municipality_id, p.function_id
    ) named full join (${POLLED(today)}) polled using (course_id, municipality_id, function_id)
  ) counted`;

/** Trainings that a municipality may still have of a course, in grants of the year `year` and later; null where none were allotted. */
export const ALLOTMENT_LEFT = (course: string, municipality: string, year: string) => `
  select sum(greatest(0, a.trainings - (select count(*) from allotment_use u where u.allotment_id = a.id)))::int "left",
    bool_or(a.is_demo) is_demo
  from allotment a
  where a.course_id = ${course} and a.municipality_id = ${municipality} and a.year >= ${year}`;

const LEVELS = `array['${entryLevels.join("', '")}']`;
const HIGH_ENOUGH = (on: string) => `(k.valid_until is null or k.valid_until >= ${on})
  and array_position(${LEVELS}, k.level) >= array_position(${LEVELS}, c.entry_level)`;
/** Whether professional `p` has a paper of the level that course `c` asks for, or a higher one, or waits for such a follow-up day. */
export const HAS_ENTRY_LEVEL = (on: string) => `(c.entry_level is null
  or exists (select from certificate k where k.professional_id = p.id and k.revoked_at is null and ${HIGH_ENOUGH(on)})
  or exists (select from recognition k where k.professional_id = p.id and ${HIGH_ENOUGH(on)})
  or (c.level = 'follow-up' and exists (select from certificate_wait k where k.professional_id = p.id
    and array_position(${LEVELS}, k.level) >= array_position(${LEVELS}, c.entry_level))))`;

/**
 * Who gets an invitation to a session of the course: whoever wants to hear of a date, or waits in a session that is
 * full, and has the certificate that the course asks for, valid on the day `on`.
 */
export const INVITEES = (course: string, now: string, on: string) => `
  from (${ASKED(now)}) a
  join course c on c.id = a.course_id
  join professional p on p.id = a.professional_id
  where a.course_id = ${course} and (a.interested and c.audience <> 'in-company' or a.waits_in_full)
    and ${HAS_ENTRY_LEVEL(on)}`;
