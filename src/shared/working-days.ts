import { Temporal } from 'temporal-polyfill';
import { isPublicHoliday } from './public-holidays.js';

const SATURDAY = 6;

/** Whether offices are open on a day: Monday to Friday, no public holidays. */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek < SATURDAY && !isPublicHoliday(date.toString());
}

/** The date ('YYYY-MM-DD') of the working day so many before a date, which itself does not count; none before is the date itself. */
export function workingDaysBefore(localDate: string, count: number): string {
  let date = Temporal.PlainDate.from(localDate);
  for (let left = count; left > 0;) {
    date = date.subtract({ days: 1 });
    if (isWorkingDay(date)) left -= 1;
  }
  return date.toString();
}

/** The date ('YYYY-MM-DD') of the working day so many after a date, which itself does not count; none after is the date itself. */
export function workingDaysAfter(localDate: string, count: number): string {
  let date = Temporal.PlainDate.from(localDate);
  for (let left = count; left > 0;) {
    date = date.add({ days: 1 });
    if (isWorkingDay(date)) left -= 1;
  }
  return date.toString();
}
