import { Injectable } from '@nestjs/common';
import { courseLevels, entryLevels } from '../courses/course-level.rules.js';
import { STANDING } from '../curriculum/standing.queries.js';
import { PLACE, STATE } from '../follow-up/invitation-state.queries.js';
import type { Tx } from '../platform/database/database.js';
import { boundsOf, halfYearAt, moments, type HalfYear } from './half-year.rules.js';
import type { CoverageRow, FollowUpRow, ReachRow } from './people-tables.rules.js';
import type { Named } from './report.rules.js';

// Who follows more than one level counts at the highest, which is the last of these.
const RANKED = [
  ...courseLevels.filter((level) => !(entryLevels as readonly string[]).includes(level)),
  ...entryLevels,
];

const PERIODS = `unnest($2::text[], $3::date[], $4::date[]) period (moment, first_day, last_day)`;

// A certificate that was renewed or replaced counts once, on its first day, as long as the last of them counts.
const REACH = `
  with recursive chain (moment, root, id, revoked_at) as (
    select period.moment, c.id, c.id, c.revoked_at from ${PERIODS}
      join certificate c on c.region_id = $1 and c.replaces_id is null and c.issued_on between period.first_day and period.last_day
    union all
    select chain.moment, chain.root, c.id, c.revoked_at from chain join certificate c on c.replaces_id = chain.id
  ), participation as (
    select chain.moment, c.professional_id, c.level,
      first_value(c.municipality_id) over (partition by chain.moment, c.professional_id order by c.issued_on desc, c.id desc) municipality_id
    from chain join certificate c on c.id = chain.root where chain.revoked_at is null
  ), counted as (
    select moment, professional_id, municipality_id, max(array_position($5::text[], level)) place, 1 people, 0 participations
    from participation group by moment, professional_id, municipality_id
    union all
    select moment, professional_id, municipality_id, array_position($5::text[], level), 0, 1 from participation
  )
  select moment, counted.municipality_id "municipalityId", p.function_id "functionId", ($5::text[])[place] level,
    sum(people)::int people, sum(participations)::int participations
  from counted join professional p on p.id = professional_id group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

const COVERAGE = `
  select s.municipality_id "municipalityId", s.function_id "functionId",
    count(*) filter (where s.state in ('covered', 'expiring'))::int covered,
    count(*) filter (where s.state in ('never', 'expired'))::int lacking
  from ${STANDING} s group by 1, 2 order by 1, 2`;

const FOLLOW_UP = `
  with due as (
    select k.id, period.moment from ${PERIODS}
    join follow_up_campaign k on k.region_id = $1
    join lateral (
      select max(part.local_date) last_day from follow_up_day d
      join session s on s.id = d.session_id and s.status <> 'cancelled'
      join session_part part on part.session_id = s.id where d.campaign_id = k.id
    ) days on days.last_day between period.first_day and period.last_day
  ), someone as (
    select due.moment, i.professional_id, min(i.municipality_id::text)::uuid municipality_id, bool_or(${STATE} = 'attended') came
    from due join follow_up_invitation i on i.campaign_id = due.id ${PLACE}
    where i.invited_at is not null group by 1, 2
  )
  select moment, municipality_id "municipalityId", count(*) filter (where came)::int attended,
    count(*) filter (where not came)::int missed
  from someone group by 1, 2 order by 1, 2`;

/** Counts of people, before anything of them is hidden: only for who may see everyone's, which is the system. */
@Injectable()
export class PeopleQueries {
  reach(tx: Tx, regionId: string, halfYear: HalfYear): Promise<ReachRow[]> {
    return tx.query<ReachRow[]>(REACH, [...periodsOf(regionId, halfYear), RANKED]);
  }

  /** @param today the local date on which people have a level or not */
  coverage(tx: Tx, regionId: string, today: string): Promise<CoverageRow[]> {
    return tx.query<CoverageRow[]>(COVERAGE, [entryLevels, today, regionId, null]);
  }

  followUp(tx: Tx, regionId: string, halfYear: HalfYear): Promise<FollowUpRow[]> {
    return tx.query<FollowUpRow[]>(FOLLOW_UP, periodsOf(regionId, halfYear));
  }

  /** The municipalities of the region in the order of their names, and all its functions. */
  async names(tx: Tx, regionId: string): Promise<{ municipalities: Named[]; functions: Named[] }> {
    return {
      municipalities: await tx.query<Named[]>(
        'select id, name nl, name en from municipality where region_id = $1 order by name, id',
        [regionId],
      ),
      functions: await tx.query<Named[]>(
        'select id, name_nl nl, name_en en from professional_function where region_id = $1 order by lower(name_nl), id',
        [regionId],
      ),
    };
  }
}

function periodsOf(regionId: string, halfYear: HalfYear): unknown[] {
  const bounds = moments.map((moment) => boundsOf(halfYearAt(halfYear, moment)));
  return [regionId, moments, bounds.map(({ from }) => from), bounds.map(({ until }) => until)];
}
