import { entryLevels } from '../courses/course-level.rules.js';
import type { Actor } from '../shared/actor.js';
import { statesOf, type CoverageShow } from './coverage.rules.js';

/** Whom one looks at; null for no bound. */
export interface CoverageFilter {
  readonly show: CoverageShow;
  readonly municipalityId: string | null;
  readonly functionId: string | null;
  readonly organisationId: string | null;
  /** In the name of the person or the organisation. */
  readonly q: string | null;
}

const rank = (level: string) => `array_position($1::text[], ${level})`;

/**
 * Everyone of whom the curriculum asks something, with how they stand on the local date $2. Whoever has a valid
 * certificate of the level or a higher one is covered; earlier certificates, renewals and recognitions count like any
 * other, what was taken back does not. A certificate that waits for a follow-up day is not there yet. 'expiring' is
 * within the days that the region tells people of it beforehand.
 */
export const STANDING = `(
  select p.id, p.name, p.email, p.region_id, p.municipality_id, p.organisation_id, p.function_id, asked.level,
    nullif(paper.until, 'infinity') until,
    case when paper.until is null then 'never' when paper.until < $2::date then 'expired'
      when r.expiry_mail_days > 0 and paper.until <= $2::date + r.expiry_mail_days then 'expiring' else 'covered' end state
  from professional p
  join region r on r.id = p.region_id
  join curriculum_requirement asked on asked.municipality_id = p.municipality_id and asked.function_id = p.function_id
  cross join lateral (
    select max(coalesce(x.valid_until, 'infinity')) until from (
      select level, valid_until from certificate where professional_id = p.id and revoked_at is null
      union all
      select level, valid_until from recognition where professional_id = p.id
    ) x where ${rank('x.level')} >= ${rank('asked.level')}
  ) paper
  where p.region_id = $3 and ($4::uuid is null or p.municipality_id = $4)
)`;

/** Those of them whom a filter shows: $1 to $9 of `standingParams`. */
export const FILTERED = `from ${STANDING} s join organisation o on o.id = s.organisation_id
  where s.state = any($5::text[]) and ($6::uuid is null or s.municipality_id = $6)
    and ($7::uuid is null or s.function_id = $7) and ($8::uuid is null or s.organisation_id = $8)
    and ($9::text is null or position(lower($9) in lower(concat_ws(' ', s.name, o.name))) > 0)`;

/** Whether a certificate of the level that is asked of `s`, or a higher one, waits for a follow-up day. */
export const WAITS = `exists (select from certificate_wait w
  where w.professional_id = s.id and ${rank('w.level')} >= ${rank('s.level')})`;

/** A place, asked for or given, in a session still to end of the level that is asked of `s`, or a higher one; `now` is a parameter. */
export const PLACES = (now: string) => `
  from enrolment e join session run on run.id = e.session_id join course c on c.id = run.course_id
  join lateral (select min(sp.local_date) first_date, max(sp.ends_at) ends_at from session_part sp where sp.session_id = run.id) days on true
  where e.professional_id = s.id and e.status <> 'cancelled' and run.status in ('open', 'confirmed')
    and days.ends_at > ${now} and ${rank('c.level')} >= ${rank('s.level')}`;

/** The parameters $1 to $9: the wall of the actor stands in $3 and $4. */
export function standingParams(actor: Actor, today: string, filter: CoverageFilter): unknown[] {
  const own = actor.role === 'contact' ? actor.municipalityId : null;
  const { show, municipalityId, functionId, organisationId, q } = filter;
  return [
    entryLevels,
    today,
    actor.regionId,
    own,
    statesOf(show),
    municipalityId,
    functionId,
    organisationId,
    q,
  ];
}
