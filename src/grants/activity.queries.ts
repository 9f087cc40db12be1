import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { EligibleDays } from './activity.rules.js';

/** A line as it stands below its activity. */
export interface ActivityLine {
  readonly id: string;
  readonly year: number;
  readonly code: string;
  readonly title: string;
}

/** An activity with the lines that are of it. */
export interface ActivityRow extends EligibleDays {
  readonly id: string;
  readonly grantId: string;
  readonly code: string;
  readonly title: string;
  readonly isAssumed: boolean;
  readonly version: number;
  readonly lines: readonly ActivityLine[];
}

/** The days that hold for a line now, with the name of its activity. */
export interface DaysOfLine extends EligibleDays {
  readonly activity: string;
}

/** Something booked on a day that would not be eligible any more. */
export interface CostOutside {
  readonly kind: 'commitment' | 'invoice';
  /** The course, what was ordered, or the supplier and the number of the invoice. */
  readonly what: string;
  readonly onDay: string;
}

const ACTIVITIES = `
  select a.id, a.grant_id "grantId", a.code, a.title, a.first_day::text "firstDay", a.last_day::text "lastDay",
    a.is_assumed "isAssumed", a.version,
    coalesce((select json_agg(json_build_object('id', l.id, 'year', l.year, 'code', l.code, 'title', l.title)
      order by l.year, l.code) from grant_line l where l.activity_id = a.id), '[]') lines
  from grant_activity a`;
/** The first of what would be outside, so that it can be named. */
const OUTSIDE = `select c.kind, c.what, c.on_day::text "onDay"`;
const FIRST = 'order by c.on_day, c.what limit 1';

@Injectable()
export class ActivityQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** What a grant may pay, in the order of the codes; a decision names a handful. */
  ofGrant(actor: Actor, grantId: string): Promise<ActivityRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<ActivityRow[]>(`${ACTIVITIES} where a.grant_id = $1 order by a.code`, [grantId]),
    );
  }

  /** @throws DomainError 'not-found' */
  async look(actor: Actor, id: string): Promise<ActivityRow> {
    const [row] = await this.db.read(actor, (tx) =>
      tx.query<ActivityRow[]>(`${ACTIVITIES} where a.id = $1`, [id]),
    );
    if (!row) throw new DomainError('not-found');
    return row;
  }

  /** The days of a line, which stay as they are until the transaction ends; null where municipalities pay it themselves. */
  async hold(tx: Tx, grantLineId: string): Promise<DaysOfLine | null> {
    const [row] = await tx.query<DaysOfLine[]>(
      `select activity, first_day::text "firstDay", last_day::text "lastDay" from hold_eligible_days($1)`,
      [grantLineId],
    );
    return row ?? null;
  }

  /** What is booked on the lines of an activity outside these days, the first of it; null when nothing is. */
  async outside(
    tx: Tx,
    activityId: string,
    { firstDay, lastDay }: EligibleDays,
  ): Promise<CostOutside | null> {
    const [row] = await tx.query<CostOutside[]>(
      `${OUTSIDE} from grant_line l, costs_outside(l.id, $2, $3) c where l.activity_id = $1 ${FIRST}`,
      [activityId, firstDay, lastDay],
    );
    return row ?? null;
  }

  /** The same of one line. */
  async outsideOnLine(tx: Tx, grantLineId: string, days: EligibleDays): Promise<CostOutside | null> {
    const [row] = await tx.query<CostOutside[]>(`${OUTSIDE} from costs_outside($1, $2, $3) c ${FIRST}`, [
      ...[grantLineId, days.firstDay, days.lastDay],
    ]);
    return row ?? null;
  }
}
