import { Inject, Injectable } from '@nestjs/common';
import { DEMAND } from '../demand/asked.queries.js';
import { systemActor, type Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { expectedCents, useBy, type Outlook } from './forecast.rules.js';
import { PAYING_LINE } from './paying-line.queries.js';
import { StandingQueries, type NamedBudgetRow } from './standing.queries.js';

/** What is still to come on the budget of one municipality on one line. */
export interface ForecastRow extends NamedBudgetRow, Outlook {
  readonly plannedSessions: number;
  /** Until when (local date) its money can be put to use. */
  readonly useBy: string;
}

interface PlannedRow {
  readonly lineId: string;
  readonly municipalityId: string;
  readonly sessions: number;
  readonly cents: string;
  readonly isDemo: boolean;
}

interface WantedRow {
  readonly lineId: string;
  readonly municipalityId: string;
  readonly demand: number;
  readonly regionDemand: number;
  readonly freeSeats: number;
  readonly groupSize: number;
  readonly price: string;
  readonly isDemo: boolean;
}

/** Sessions of a region that are planned from the day `today` on and not confirmed, with who pays and the line of their year. */
export const PLANNED = (region: string, today: string) => `
  select l.line_id, s.payer_municipality_id municipality_id, coalesce(p.price_cents, 0) cents, coalesce(p.is_demo, false) is_demo
  from session s
  join course c on c.id = s.course_id
  join lateral (select max(d.local_date) last from session_part d where d.session_id = s.id) d on d.last >= ${today}
  join ${PAYING_LINE('s.payer_municipality_id', 'c.level', region, 'd.last')} l on true
  join priced_session p on p.session_id = s.id
  where s.region_id = ${region} and s.status in ('draft', 'open')`;

const PLANNED_SUMS = `
  select line_id "lineId", municipality_id "municipalityId", count(*)::int sessions, sum(cents)::bigint cents, bool_or(is_demo) "isDemo"
  from (${PLANNED('$1', '$2')}) planned group by 1, 2`;

// Per course with a price on the first day on which a session could still be given, which says of which year it would be:
// who asks, and the seats there are.
const WANTED = `
  select l.line_id "lineId", w.municipality_id "municipalityId", w.demand, sum(w.demand) over (partition by w.course_id)::int "regionDemand",
    (select coalesce(sum(greatest(0, s.capacity - s.seats_taken)), 0)::int from session s
      where s.course_id = c.id and s.status in ('draft', 'open', 'confirmed')
        and (select min(d.starts_at) from session_part d where d.session_id = s.id) > $3) "freeSeats",
    c.max_participants "groupSize", p.price_cents price, p.is_demo "isDemo"
  from (select course_id, municipality_id, sum(demand)::int demand from (${DEMAND('$3', '$2')}) d group by 1, 2) w
  join course c on c.id = w.course_id and c.region_id = $1 and c.is_active
  join lateral (select $2::date + c.decide_days "day") first on true
  join lateral (select x.price_cents, x.is_demo from course_price x
    where x.course_id = c.id and (x.valid_from is null or x.valid_from <= first.day)
    order by x.valid_from desc nulls last limit 1) p on true
  left join ${PAYING_LINE('w.municipality_id', 'c.level', '$1', 'first.day')} l on true`;

const DECIDE_DAYS_OF_LINES = `
  select l.id, max(c.decide_days)::int days from grant_line l join course c on c.region_id = l.region_id and c.level = l.course_level and c.is_active
  where l.region_id = $1 group by l.id`;

@Injectable()
export class ForecastQueries {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly db: Database,
    @Inject(StandingQueries) private readonly standings: StandingQueries,
  ) {}

  /** Every budget of a grant year that the actor may see, with what is still to come on it. */
  async ofYear(actor: Actor, year: number): Promise<ForecastRow[]> {
    return this.lookAhead(actor, await this.standings.ofYear(actor, year));
  }

  /** The same of one grant. */
  async ofGrant(actor: Actor, grantId: string): Promise<ForecastRow[]> {
    return this.lookAhead(actor, await this.standings.ofGrant(actor, grantId));
  }

  private async lookAhead(actor: Actor, budgets: readonly NamedBudgetRow[]): Promise<ForecastRow[]> {
    const { planned, wanted, decideDays } = await this.toCome(actor);
    return budgets.map((budget) => {
      const isOf = (row: { readonly lineId: string | null; readonly municipalityId: string }) =>
        row.lineId === budget.lineId && row.municipalityId === budget.municipalityId;
      const own = planned.find(isOf);
      const asked = wanted.filter(isOf);
      return {
        ...budget,
        plannedSessions: own?.sessions ?? 0,
        plannedCents: BigInt(own?.cents ?? 0),
        plannedIsDemo: own?.isDemo ?? false,
        expectedCents: asked.reduce((sum, row) => sum + expectedOf(row), 0n),
        expectedIsDemo: asked.some((row) => row.isDemo && expectedOf(row) > 0n),
        useBy: useBy(budget.year, decideDays.get(budget.lineId) ?? null),
      };
    });
  }

  /** Seats are for all municipalities together, so everyone's demand weighs; a reader is shown the own budgets only. */
  private toCome({ regionId }: Actor) {
    const now = this.clock.now();
    const today = localDateOf(now);
    return this.db.read({ ...systemActor, regionId }, async (tx) => {
      const planned = await tx.query<PlannedRow[]>(PLANNED_SUMS, [regionId, today]);
      const wanted = await tx.query<WantedRow[]>(WANTED, [regionId, today, now]);
      const days = await tx.query<{ id: string; days: number }[]>(DECIDE_DAYS_OF_LINES, [regionId]);
      return { planned, wanted, decideDays: new Map(days.map((row) => [row.id, row.days])) };
    });
  }
}

const expectedOf = ({ price, ...row }: WantedRow) => expectedCents({ ...row, priceCents: BigInt(price) });
