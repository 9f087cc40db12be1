import { Temporal } from 'temporal-polyfill';
import { addToDate } from '../shared/local-date.js';
import { publicHolidaysOf, type HolidayName } from '../shared/public-holidays.js';
import { untilStart, type SessionPlan } from './session-plan.rules.js';

/** As many as there are weeks in a year; a longer series is a new plan. */
export const MOST_TIMES = 52;
export const MOST_WEEKS_BETWEEN = 26;
// Of the dates that are looked at, so many may fall on a day off before the search ends.
const MOST_CANDIDATES = 3 * MOST_TIMES;

/** How a session is repeated on the weekdays it has: a number of times, or until its last day is past a date. */
export interface SeriesWish {
  readonly everyWeeks: number;
  readonly end: { readonly times: number } | { readonly lastDate: string };
}

/** A school holiday of one part of the country; both days included. */
export interface SchoolHolidayDays {
  readonly name: string;
  readonly firstDate: string;
  readonly lastDate: string;
  readonly isDemo: boolean;
}

/** A day on which no session is held. */
export type DayOff =
  | { readonly date: string; readonly publicHoliday: HolidayName }
  | { readonly date: string; readonly schoolHoliday: SchoolHolidayDays };

/** One repeat of a session by the date of its first part; with a day off it is skipped. */
export interface SeriesDate {
  readonly firstDate: string;
  readonly daysOff: readonly DayOff[];
}

/** What a series starts from: the dates of the session that is repeated, today, and what the schools have off. */
export interface SeriesSetting {
  readonly dates: readonly string[];
  readonly today: string;
  readonly schoolHolidays: readonly SchoolHolidayDays[];
}

/**
 * The same plan with its first part on another date: the other parts, the release date, the day of the go or no-go and
 * the last days to enrol and to cancel keep their distance in days, and every part its time on the clock.
 */
export function planOn(plan: SessionPlan, firstDate: string, today: string): SessionPlan {
  const days = daysBetween(plan.parts[0]!.date, firstDate);
  const moved = (date: string) => untilStart(addToDate(date, { days }), firstDate, today);
  const { enrolUntil, cancelUntil } = plan.terms;
  return {
    ...plan,
    parts: plan.parts.map((part) => ({ ...part, date: addToDate(part.date, { days }) })),
    releaseOn: moved(plan.releaseOn),
    decideOn: moved(plan.decideOn),
    terms: {
      ...plan.terms,
      enrolUntil: enrolUntil === null ? null : moved(enrolUntil),
      cancelUntil: cancelUntil === null ? null : moved(cancelUntil),
    },
  };
}

/** Why a series cannot be made as it is wished. */
export type SeriesFault = 'overlapsItself' | 'noDate' | 'tooMany';

/** The fault of a wish, or null when there is a series to show. */
export function seriesFault(wish: SeriesWish, setting: SeriesSetting): SeriesFault | null {
  const length = daysBetween(setting.dates[0]!, setting.dates.at(-1)!);
  if (wish.everyWeeks * 7 <= length) return 'overlapsItself';
  const repeats = seriesDates(wish, setting);
  if (repeats.length === 0) return 'noDate';
  return repeats.filter(({ daysOff }) => daysOff.length === 0).length > MOST_TIMES ? 'tooMany' : null;
}

/**
 * The repeats of a session after itself and after today, in order, those that are skipped among them. A number of times
 * counts those that are not skipped.
 */
export function seriesDates({ everyWeeks, end }: SeriesWish, setting: SeriesSetting): SeriesDate[] {
  const [first] = setting.dates as [string];
  const found: SeriesDate[] = [];
  let held = 0;
  for (let repeat = 1; found.length < MOST_CANDIDATES; repeat++) {
    const days = repeat * everyWeeks * 7;
    const dates = setting.dates.map((date) => addToDate(date, { days }));
    if ('times' in end ? held >= end.times : dates.at(-1)! > end.lastDate) break;
    if (dates[0]! <= setting.today) continue;
    const daysOff = [...new Set(dates)].flatMap((date) => daysOffOn(date, setting.schoolHolidays));
    found.push({ firstDate: addToDate(first, { days }), daysOff });
    if (daysOff.length === 0) held += 1;
  }
  return found;
}

/** The public holiday and the school holidays on a date. */
function daysOffOn(date: string, schoolHolidays: readonly SchoolHolidayDays[]): DayOff[] {
  const publicHoliday = publicHolidaysOf(Number(date.slice(0, 4))).get(date);
  return [
    ...(publicHoliday ? [{ date, publicHoliday }] : []),
    ...schoolHolidays
      .filter(({ firstDate, lastDate }) => firstDate <= date && date <= lastDate)
      .map((schoolHoliday) => ({ date, schoolHoliday })),
  ];
}

/** How many days later the other date is. */
export const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;
