import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';
import { boundsOf, halfYearAt, moments, yearOf, type HalfYear } from './half-year.rules.js';
import type { AllotmentRow, SpendRow } from './means-tables.rules.js';

const PERIODS = `unnest($2::text[], $3::int[], $4::date[]) period (moment, year, last_day)`;

const ALLOTMENTS = `
  select period.moment, a.municipality_id "municipalityId", c.id "courseId", c.title course, sum(a.trainings)::int trainings,
    sum((select count(*) from allotment_use u where u.allotment_id = a.id
      and (u.used_at at time zone 'Europe/Amsterdam')::date <= period.last_day))::int used, bool_or(a.is_demo) "isDemo"
  from ${PERIODS}
  join allotment a on a.region_id = $1 and a.year = period.year
  join course c on c.id = a.course_id
  group by 1, 2, 3, 4 order by c.title, c.id, 1, 2`;

const SPEND = `
  select period.moment, b.municipality_id "municipalityId", sum(b.amount_cents)::text budget,
    sum(booked.spent)::text spent, sum(booked.reserved)::text reserved,
    bool_or(b.is_demo or reserves_example(b.grant_line_id, b.municipality_id)) "isDemo"
  from ${PERIODS}
  join grant_line l on l.region_id = $1 and l.year = period.year
  join grant_line_budget b on b.grant_line_id = l.id
  cross join lateral (
    select coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0) spent,
      coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0) reserved
    from ledger_entry e where e.grant_line_id = b.grant_line_id and e.municipality_id = b.municipality_id
      and e.booked_on <= period.last_day
  ) booked
  group by 1, 2 order by 1, 2`;

/** What there was to train people with: trainings and money. */
@Injectable()
export class MeansQueries {
  allotments(tx: Tx, regionId: string, halfYear: HalfYear): Promise<AllotmentRow[]> {
    return tx.query<AllotmentRow[]>(ALLOTMENTS, periodsOf(regionId, halfYear));
  }

  async spend(tx: Tx, regionId: string, halfYear: HalfYear): Promise<SpendRow[]> {
    type Sent = Omit<SpendRow, 'budget' | 'spent' | 'reserved'> &
      Record<'budget' | 'spent' | 'reserved', string>;
    const rows = await tx.query<Sent[]>(SPEND, periodsOf(regionId, halfYear));
    return rows.map(({ budget, spent, reserved, ...row }) => ({
      ...row,
      ...{ budget: Number(budget), spent: Number(spent), reserved: Number(reserved) },
    }));
  }
}

function periodsOf(regionId: string, halfYear: HalfYear): unknown[] {
  const asked = moments.map((moment) => halfYearAt(halfYear, moment));
  return [regionId, moments, asked.map(yearOf), asked.map((period) => boundsOf(period).until)];
}
