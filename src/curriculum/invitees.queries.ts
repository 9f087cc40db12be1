import { localeOfProfessional } from '../access/account-locale.queries.js';
import { entryLevels } from '../courses/course-level.rules.js';
import type { Tx } from '../platform/database/database.js';
import { ENROLMENT_ENDS_AT } from '../sessions/session-terms.queries.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import type { Locale } from '../shared/locale.js';
import { FILTERED, PLACES, standingParams, WAITS, type CoverageFilter } from './standing.queries.js';

/** What becomes of people whom one would invite, in the order in which reasons count. */
export const inviteeOutcomes = [
  'covered',
  'has-place',
  'waits',
  'no-session',
  'invited-before',
  'invited',
] as const;
export type InviteeOutcome = (typeof inviteeOutcomes)[number];

/** A session to which people would be invited, and how many. */
export interface SessionToInvite {
  readonly sessionId: string;
  readonly course: string;
  /** Local date. */
  readonly firstDate: string;
  readonly people: number;
}

/** Someone who is to be mailed, with the sessions that this person was invited to at that moment. */
export interface ToMail {
  readonly professionalId: string;
  readonly invitedAt: Date;
  readonly regionId: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly level: (typeof entryLevels)[number];
  readonly sessionIds: readonly string[];
}

// $10 is now. A session suits who needs precisely its level, may come by function, organisation and entry level, and
// could find a seat. By-invitation courses are for whom the coordinator picks.
const SUITABLE = `
  select run.id, exists (select from session_invitation i where i.session_id = run.id and i.professional_id = s.id) was_invited
  from session run join course c on c.id = run.course_id
  join lateral (select ${ENROLMENT_ENDS_AT.replaceAll('s.enrol_until', 'run.enrol_until')} ends, min(p.local_date) first_date
    from session_part p where p.session_id = run.id) days on true
  where run.region_id = s.region_id and run.status in ('open', 'confirmed') and days.ends > $10
    and c.level = s.level and run.seats_taken < run.capacity
    and (c.audience = 'public' or (c.audience = 'in-company' and run.organisation_id = s.organisation_id))
    and (not exists (select from course_function cf where cf.course_id = c.id)
      or exists (select from course_function cf where cf.course_id = c.id and cf.function_id = s.function_id))
    and (c.entry_level is null or exists (
      select from (select professional_id, level, valid_until from certificate where revoked_at is null
        union all select professional_id, level, valid_until from recognition) x
      where x.professional_id = s.id and (x.valid_until is null or x.valid_until >= days.first_date)
        and array_position($1::text[], x.level) >= array_position($1::text[], c.entry_level)))`;

const INVITEES = `(
  select s.id, s.region_id, s.municipality_id, s.level, case
    when s.state = 'covered' then 'covered'
    when exists (select ${PLACES('$10')}) then 'has-place'
    when ${WAITS} then 'waits'
    when suitable.every is null then 'no-session'
    when suitable.fresh is null then 'invited-before'
    else 'invited' end outcome, suitable.fresh
  from (select s.* ${FILTERED}) s
  left join lateral (select array_agg(x.id) "every", array_agg(x.id) filter (where not x.was_invited) fresh
    from (${SUITABLE}) x) suitable on true
)`;

function paramsOf(actor: Actor, filter: CoverageFilter, now: Date): unknown[] {
  return [...standingParams(actor, localDateOf(now), filter), now];
}

/** How many people there are of each outcome; the transaction is the system's, the filter holds the actor's wall. */
export async function countInvitees(
  tx: Tx,
  actor: Actor,
  filter: CoverageFilter,
  now: Date,
): Promise<Readonly<Record<InviteeOutcome, number>>> {
  const rows = await tx.query<{ outcome: InviteeOutcome; people: number }[]>(
    `select outcome, count(*)::int people from ${INVITEES} chosen group by outcome`,
    paramsOf(actor, filter, now),
  );
  const counted = new Map(rows.map(({ outcome, people }) => [outcome, people]));
  const counts = inviteeOutcomes.map((outcome) => [outcome, counted.get(outcome) ?? 0]);
  return Object.fromEntries(counts) as Record<InviteeOutcome, number>;
}

/** The first sessions to which people would be invited. */
export function sessionsToInvite(
  tx: Tx,
  actor: Actor,
  filter: CoverageFilter,
  now: Date,
  most: number,
): Promise<SessionToInvite[]> {
  return tx.query<SessionToInvite[]>(
    `select run.id "sessionId", c.title course, (select min(local_date)::text from session_part where session_id = run.id) "firstDate", people
     from (select x.id, count(*)::int people from ${INVITEES} chosen, unnest(chosen.fresh) x (id)
       where outcome = 'invited' group by x.id) counted
     join session run on run.id = counted.id join course c on c.id = run.course_id order by 3, c.title, run.id limit $11`,
    [...paramsOf(actor, filter, now), most],
  );
}

/** Writes down whom it invites to what, and gives how many people; who was invited by someone else just now is left out. */
export async function writeInvitations(
  tx: Tx,
  actor: Actor,
  filter: CoverageFilter,
  now: Date,
): Promise<number> {
  const [written] = await tx.query<{ invited: number }[]>(
    `with chosen as materialized (select * from ${INVITEES} found where outcome = 'invited'),
     told as (
       insert into session_invitation (session_id, professional_id, invited_by, invited_at)
       select x.id, chosen.id, $11, $10 from chosen, unnest(chosen.fresh) x (id) order by x.id, chosen.id
       on conflict do nothing returning professional_id),
     kept as (
       insert into curriculum_invitation (professional_id, invited_at, region_id, municipality_id, level, invited_by)
       select id, $10, region_id, municipality_id, level, $11 from chosen
       where id in (select professional_id from told) returning professional_id)
     select count(*)::int invited from kept`,
    [...paramsOf(actor, filter, now), actor.accountId],
  );
  return written!.invited;
}

/** The next people of a region to mail, whom nobody else takes before the transaction ends; the transaction is the system's. */
export function takeToMail(tx: Tx, regionId: string, limit: number): Promise<ToMail[]> {
  return tx.query<ToMail[]>(
    `select k.professional_id "professionalId", k.invited_at "invitedAt", k.region_id "regionId",
       k.municipality_id "municipalityId", k.level, p.name, p.email, ${localeOfProfessional('p.id')} locale,
       (select coalesce(array_agg(i.session_id), '{}') from session_invitation i
        where i.professional_id = k.professional_id and i.invited_at = k.invited_at) "sessionIds"
     from curriculum_invitation k join professional p on p.id = k.professional_id
     where k.region_id = $1 and k.mailed_at is null
     order by k.invited_at, k.professional_id limit $2 for update of k skip locked`,
    [regionId, limit],
  );
}
