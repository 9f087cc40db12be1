import type { LinePayer } from './award.rules.js';
import type { GrantYears } from './grant-years.rules.js';

/** The first and the last day (local dates) on which a cost can have been made, both included. */
export interface EligibleDays {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** An activity of which lines can be, by its code. */
export interface KnownActivity {
  readonly id: string;
  readonly code: string;
  /** Made of a line because nobody had told yet what the decision names. */
  readonly isAssumed: boolean;
}

/** A line as a list or an award tells of it. */
export interface LineToPlace {
  readonly code: string;
  readonly paidBy: LinePayer;
  /** The activity that is named; null where none is. */
  readonly named: string | null;
  /** The activity that the line, if it is there already, is of. */
  readonly current: string | null;
}

export type LinePlace =
  | { readonly activityId: string | null }
  | { readonly assume: true }
  | { readonly fault: 'line-without-activity' };

/**
 * Whether a cost of this day can be paid: always, where no decision of the state is about it. The day of the cost
 * decides, whenever it is booked: invoices and corrections come later.
 */
export function isEligible(days: EligibleDays | null, costDate: string): boolean {
  return days === null || (days.firstDay <= costDate && costDate <= days.lastDay);
}

/** All days of the years of a grant, which hold for an activity when the decision names no others. */
export function daysOfGrant({ firstYear, lastYear }: GrantYears): EligibleDays {
  return { firstDay: `${firstYear}-01-01`, lastDay: `${lastYear}-12-31` };
}

/** What is wrong with the days of an activity, or null: the last one is not before the first, and both are of the grant. */
export function daysFault(
  days: EligibleDays,
  grant: GrantYears,
): 'activity-days-reversed' | 'activity-outside-grant' | null {
  if (days.lastDay < days.firstDay) return 'activity-days-reversed';
  const all = daysOfGrant(grant);
  return isEligible(all, days.firstDay) && isEligible(all, days.lastDay) ? null : 'activity-outside-grant';
}

/**
 * Of which activity a line is: the one that is named, else the one that it was of, else the one with the code of the
 * line. Where nobody told yet what the decision names, such a one is assumed; where someone did, a line must name one.
 * A line that municipalities pay themselves is of none.
 */
export function placeOf(line: LineToPlace, activities: readonly KnownActivity[]): LinePlace {
  if (line.paidBy === 'own') return { activityId: null };
  const activityId = line.named ?? line.current;
  if (activityId !== null) return { activityId };
  const same = activities.find(({ code }) => code.toLowerCase() === line.code.toLowerCase());
  if (same) return { activityId: same.id };
  return activities.every(({ isAssumed }) => isAssumed)
    ? { assume: true }
    : { fault: 'line-without-activity' };
}
