import { Temporal } from 'temporal-polyfill';
import { addToDate } from '../shared/local-date.js';

export const calendarViews = ['month', 'week', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];

const MONTHS_IN_LIST = 3;

/** What one page of the calendar shows: both days included; the earlier and the later page begin on these days. */
export interface CalendarPeriod {
  readonly first: string;
  readonly last: string;
  readonly earlier: string;
  readonly later: string;
}

/** The month or the week (from Monday) that a date is in, or the three months from its month on. */
export function periodOf(view: CalendarView, date: string): CalendarPeriod {
  if (view === 'week') {
    const first = mondayOf(date);
    return {
      ...{ first, last: addToDate(first, { days: 6 }) },
      ...{ earlier: addToDate(first, { days: -7 }), later: addToDate(first, { days: 7 }) },
    };
  }
  const months = view === 'month' ? 1 : MONTHS_IN_LIST;
  const first = `${date.slice(0, 7)}-01`;
  const later = addToDate(first, { months });
  return {
    ...{ first, last: addToDate(later, { days: -1 }) },
    ...{ earlier: addToDate(first, { months: -months }), later },
  };
}

/** The days of whole weeks, Monday to Sunday, that together hold the period. */
export function weeksIn({ first, last }: Pick<CalendarPeriod, 'first' | 'last'>): string[][] {
  const weeks: string[][] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addToDate(monday, { days: 7 }))
    weeks.push(Array.from({ length: 7 }, (_, days) => addToDate(monday, { days })));
  return weeks;
}

/** The number of a date's week (ISO 8601), as Dutch diaries have it. */
export function weekNumberOf(date: string): number {
  return Temporal.PlainDate.from(date).weekOfYear!;
}

/** The first day of a date's week. */
export function mondayOf(date: string): string {
  return addToDate(date, { days: 1 - Temporal.PlainDate.from(date).dayOfWeek });
}
