import { entryLevels } from '../courses/course-level.rules.js';
import type { Tx } from '../platform/database/database.js';
import { queryPrepared } from '../platform/database/query-prepared.js';
import type { AdmissionTerms, Candidate } from '../sessions/admission.rules.js';
import { busyElsewhere } from './double-booking.queries.js';
import type { Busy, Elsewhere } from './double-booking.rules.js';

/** Someone for whom a place in a session is asked, or who waits for one. */
export interface Applicant extends Candidate {
  readonly id: string;
  readonly regionId: string;
  readonly municipalityId: string;
  readonly functionId: string;
  readonly ofMember: boolean;
  readonly otherRun: { readonly sessionId: string; readonly date: string } | null;
}

/** What a session asks of those who want a place, who they are, and who of them is busy at that time. */
export interface Admission {
  readonly terms: AdmissionTerms;
  readonly applicants: ReadonlyMap<string, Applicant>;
  readonly busy: Busy;
}

type Row = Applicant & Omit<AdmissionTerms, 'organisationId'> & { readonly elsewhere: Elsewhere | null };

/** Those in $2, and who hopes for a seat: one that is free may go to them. */
const PEOPLE = `array(select unnest($2::uuid[]) union select professional_id from enrolment
  where session_id = $1 and status in ('requested', 'waitlisted', 'offered'))`;
/** Whoever waits for a follow-up day may come to one, as if the certificate were there. */
const WAITS = `c.level = 'follow-up' and exists (select from certificate_wait x where x.professional_id = p.id
  and array_position($3::text[], x.level) >= array_position($3::text[], c.entry_level))`;
/** A paper of someone that is valid on the first day, at the course's level or higher; $3 lists the levels from low to high. */
const HIGH_ENOUGH = `array_position($3::text[], x.level) >= array_position($3::text[], c.entry_level)
  and (x.valid_until is null or x.valid_until >= (select min(local_date) from session_part where session_id = $1))`;
const APPLICANTS = `
  select p.id, p.region_id "regionId", p.municipality_id "municipalityId", p.function_id "functionId",
    p.organisation_id "organisationId", m.is_member "ofMember", c.approval, c.audience, to_json(b) elsewhere,
    case when c.entry_level is null then true else
      exists (select from certificate x where x.professional_id = p.id and x.revoked_at is null and ${HIGH_ENOUGH})
      or exists (select from recognition x where x.professional_id = p.id and ${HIGH_ENOUGH}) or (${WAITS}) end "hasEntryLevel",
    case when c.once_per_course then (
      select json_build_object('sessionId', e.session_id, 'date', (
        select min(o.local_date) from session_part o where o.session_id = e.session_id))
      from enrolment e where e.once_course_id = c.id and e.professional_id = p.id and e.session_id <> $1) end "otherRun",
    c.audience = 'by-invitation' and (
      exists (select from session_invitation i where i.session_id = $1 and i.professional_id = p.id)
      or exists (select from follow_up_invitation i join follow_up_day d on d.campaign_id = i.campaign_id
        where d.session_id = $1 and i.professional_id = p.id and i.invited_at is not null)) "isInvited"
  from professional p
  join municipality m on m.id = p.municipality_id
  join session s on s.id = $1
  join course c on c.id = s.course_id
  left join (${busyElsewhere(PEOPLE)}) b on b."professionalId" = p.id
  where p.id = any(${PEOPLE})`;

/**
 * All that a turn has to know of these people and of those who hope for a seat, in one statement; the system's
 * transaction sees all.
 */
export async function admission(
  tx: Tx,
  session: { readonly id: string; readonly organisationId: string | null },
  professionalIds: readonly string[],
): Promise<Admission> {
  const rows = await queryPrepared<Row[]>(tx, APPLICANTS, [session.id, professionalIds, entryLevels]);
  const { approval, audience } = rows[0] ?? { approval: 'none', audience: 'public' };
  return {
    terms: { approval, audience, organisationId: session.organisationId },
    applicants: new Map(rows.map((row) => [row.id, row])),
    busy: new Map(rows.flatMap(({ id, elsewhere }) => (elsewhere ? [[id, elsewhere] as const] : []))),
  };
}
