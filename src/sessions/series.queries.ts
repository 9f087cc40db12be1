import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { addToDate, instantOf, localDateOf } from '../shared/local-date.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { taken } from './booking.queries.js';
import { clashesOf, type Clash, type Taken } from './clash.rules.js';
import { PlanningQueries } from './planning.queries.js';
import type { SchoolArea } from './school-area.rules.js';
import {
  planOn,
  seriesDates,
  seriesFault,
  type SchoolHolidayDays,
  type SeriesDate,
  type SeriesFault,
  type SeriesWish,
} from './series.rules.js';
import type { SessionTemplate } from './session-copy.queries.js';
import type { PlanFault } from './plan-fault.rules.js';
import { planFaults, type SessionPlan } from './session-plan.rules.js';

/** A repeat as it would be planned, and what stands in its way. */
export interface SeriesRow extends SeriesDate {
  readonly dates: readonly string[];
  readonly faults: readonly PlanFault[];
  readonly clashes: readonly Clash[];
}

/** Until when the school holidays of a part of the country are known, and whether any of them is an example. */
export interface SchoolHolidayCoverage {
  readonly schoolArea: SchoolArea;
  readonly knownUntil: string;
  readonly isDemo: boolean;
}

export type SeriesPreview =
  | { readonly ok: false; readonly fault: SeriesFault }
  | { readonly ok: true; readonly rows: readonly SeriesRow[] };

@Injectable()
export class SeriesQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(PlanningQueries) private readonly planning: PlanningQueries,
  ) {}

  /** The dates of a series after this session, each with what it is skipped for or what is in its way. */
  async preview(
    actor: Actor,
    { plan }: SessionTemplate,
    wish: SeriesWish,
    schoolArea: SchoolArea | null,
  ): Promise<SeriesPreview> {
    const today = localDateOf(this.clock.now());
    const schoolHolidays = schoolArea === null ? [] : await this.schoolHolidays(actor, schoolArea);
    const setting = { dates: plan.parts.map(({ date }) => date), today, schoolHolidays };
    const fault = seriesFault(wish, setting);
    if (fault) return { ok: false, fault };
    const found = seriesDates(wish, setting).map((date) => ({
      ...{ date, repeat: planOn(plan, date.firstDate, today) },
    }));
    const planSetting = await this.planning.setting(actor);
    const booked = await this.takenDuring(
      actor,
      found.map(({ repeat }) => repeat),
    );
    const rows = found.map(({ date, repeat }) => {
      const dates = repeat.parts.map((part) => part.date);
      if (date.daysOff.length > 0) return { ...date, dates, faults: [], clashes: [] };
      const faults = planFaults(repeat, planSetting);
      return { ...date, dates, faults, clashes: clashesOf(repeat.parts, booked, planSetting) };
    });
    return { ok: true, rows };
  }

  /** What takes the rooms and the trainers of these plans from the first to the last, with a day around it for travel. */
  private takenDuring(actor: Actor, plans: readonly SessionPlan[]): Promise<Taken> {
    const parts = plans.flatMap((plan) => plan.parts);
    const dates = parts.map(({ date }) => date).sort();
    return this.db.read(actor, (tx) =>
      taken(tx, {
        ...{ regionId: actor.regionId!, sessionId: null },
        from: instantOf(addToDate(dates[0]!, { days: -1 }), '00:00'),
        until: instantOf(addToDate(dates.at(-1)!, { days: 2 }), '00:00'),
        roomIds: [...new Set(parts.flatMap(({ roomId }) => roomId ?? []))],
        trainerIds: [...new Set(parts.flatMap(({ trainerIds }) => trainerIds))],
      }),
    );
  }

  coverage(actor: Actor): Promise<SchoolHolidayCoverage[]> {
    return this.db.read(actor, (tx) =>
      tx.query<SchoolHolidayCoverage[]>(
        `select school_area "schoolArea", max(last_date)::text "knownUntil", bool_or(is_demo) "isDemo"
         from school_holiday where region_id = $1 group by school_area`,
        [actor.regionId],
      ),
    );
  }

  private schoolHolidays(actor: Actor, schoolArea: SchoolArea): Promise<SchoolHolidayDays[]> {
    return this.db.read(actor, (tx) =>
      tx.query<SchoolHolidayDays[]>(
        `select name, first_date::text "firstDate", last_date::text "lastDate", is_demo "isDemo"
         from school_holiday where region_id = $1 and school_area = $2 order by first_date, name`,
        [actor.regionId, schoolArea],
      ),
    );
  }
}
