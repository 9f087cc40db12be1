import type { Tx } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';
import { ZONE } from '../shared/local-date.js';
import type { Cohort, LeftOutReason } from './follow-up.rules.js';

/** Someone whom a campaign would invite. */
export interface TrainedRow {
  readonly name: string;
  readonly organisation: string;
  readonly municipality: string;
  /** Local date on which they were last trained in the window. */
  readonly lastTrainedOn: string;
}

/** How many people of a municipality were trained, how many a campaign would invite, and how many not, by reason. */
export interface TrainedShare {
  readonly municipalityId: string;
  readonly municipality: string;
  readonly trained: number;
  readonly invited: number;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** Someone to invite, in the order of turns. */
export interface TurnRow {
  readonly id: string;
  readonly municipalityId: string;
}

/** To which days a campaign would invite, and whom it looks for, in one region at a moment. */
export interface Looking {
  readonly regionId: string;
  readonly sessionIds: readonly string[];
  readonly cohort: Cohort;
  readonly now: Date;
}

const localDateOf = (instant: string) => `(${instant} at time zone '${ZONE}')::date`;
const isToCome = (session: string) => `${session}.status in ('open', 'confirmed')
  and exists (select from session_part sp where sp.session_id = ${session}.id and sp.ends_at > $10)`;

/** A certificate, one that waits for such a day, or earlier education that was recognised; this is of no course of the catalogue. */
const TRAINED = `
  select professional_id, max(trained_on) last_trained_on from (
    select x.professional_id, x.issued_on trained_on from certificate x
    where x.region_id = $1 and x.revoked_at is null and x.issued_on between $3 and $4
      and (cardinality($5::uuid[]) = 0 or x.course_id = any($5)) and (cardinality($6::text[]) = 0 or x.level = any($6))
    union all
    select w.professional_id, w.since from certificate_wait w
    where w.region_id = $1 and w.since between $3 and $4
      and (cardinality($5) = 0 or w.course_id = any($5)) and (cardinality($6) = 0 or w.level = any($6))
    union all
    select r.professional_id, ${localDateOf('r.recorded_at')} from recognition r
    where r.region_id = $1 and ${localDateOf('r.recorded_at')} between $3 and $4
      and cardinality($5) = 0 and (cardinality($6) = 0 or r.level = any($6))
  ) paper group by professional_id`;

// Who said no, or that they left, is left alone until they are trained again. Whoever can still answer an invitation,
// or was invited to one of these days, gets no other one.
const LEFT_OUT = `case
  when exists (select from enrolment e join session s on s.id = e.session_id join course c on c.id = s.course_id
    where e.professional_id = p.id and e.status <> 'cancelled'
      and (s.id = any($2::uuid[]) or (c.level = 'follow-up' and ${isToCome('s')}))) then 'has-date'
  when exists (select from follow_up_invitation i where i.professional_id = p.id and i.answer = 'declined'
    and ${localDateOf('i.answered_at')} >= t.last_trained_on) then 'said-no'
  when exists (select from follow_up_invitation i where i.professional_id = p.id and i.answer = 'left'
    and ${localDateOf('i.answered_at')} >= t.last_trained_on) then 'has-left'
  when exists (select from follow_up_invitation i join follow_up_campaign k on k.id = i.campaign_id
    where i.professional_id = p.id and (k.stopped_at is null or i.invited_at is not null)
      and exists (select from follow_up_day d join session s on s.id = d.session_id where d.campaign_id = k.id
        and (s.id = any($2) or (i.answer is null and k.stopped_at is null and ${isToCome('s')})))) then 'invited'
  end`;

const COHORT = `(
  select p.id, p.name, p.municipality_id, p.organisation_id, t.last_trained_on, ${LEFT_OUT} left_out
  from (${TRAINED}) t join professional p on p.id = t.professional_id
  where (cardinality($7::uuid[]) = 0 or p.municipality_id = any($7))
    and (cardinality($8::uuid[]) = 0 or p.function_id = any($8))
    and (cardinality($9::uuid[]) = 0 or p.organisation_id = any($9))
) found`;

function paramsOf({ regionId, sessionIds, cohort, now }: Looking): unknown[] {
  const { trainedFrom, trainedUntil, courseIds, levels, municipalityIds, functionIds, organisationIds } =
    cohort;
  return [
    ...[regionId, sessionIds, trainedFrom, trainedUntil, courseIds, levels],
    ...[municipalityIds, functionIds, organisationIds, now],
  ];
}

/** Everyone to invite, who was trained longest ago first. */
export function turnsOf(tx: Tx, looking: Looking): Promise<TurnRow[]> {
  return tx.query<TurnRow[]>(
    `select id, municipality_id "municipalityId" from ${COHORT} where left_out is null order by last_trained_on, id`,
    paramsOf(looking),
  );
}

/** Per municipality how many are trained and how many of them would be invited. */
export async function trainedShares(tx: Tx, looking: Looking): Promise<TrainedShare[]> {
  const rows = await tx.query<(TrainedShare & { leftOut: TrainedShare['leftOut'] | null })[]>(
    `select municipality_id "municipalityId", municipality, sum(people)::int trained,
       coalesce(sum(people) filter (where left_out is null), 0)::int invited,
       jsonb_object_agg(left_out, people) filter (where left_out is not null) "leftOut"
     from (select m.id municipality_id, m.name municipality, left_out, count(*) people
       from ${COHORT} join municipality m on m.id = found.municipality_id group by m.id, left_out) counted
     group by 1, 2 order by 2`,
    paramsOf(looking),
  );
  return rows.map((row) => ({ ...row, leftOut: row.leftOut ?? {} }));
}

/** One page of the people to invite, by name. */
export function trainedPeople(
  tx: Tx,
  looking: Looking,
  page: { readonly page: number; readonly pageSize: number },
): Promise<Paged<TrainedRow>> {
  const query = {
    select: `found.name, o.name organisation, m.name municipality, last_trained_on::text "lastTrainedOn"`,
    from: `from ${COHORT} join organisation o on o.id = found.organisation_id
      join municipality m on m.id = found.municipality_id where left_out is null`,
    orderBy: 'lower(found.name), found.id',
    params: paramsOf(looking),
  };
  return pageOf<TrainedRow>(tx, query, page);
}
