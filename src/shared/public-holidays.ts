import { Temporal } from 'temporal-polyfill';

/** The days that the Algemene termijnenwet (article 3) names; the first days of Easter and Pentecost are Sundays, which it does not. */
export type HolidayName =
  | 'newYear'
  | 'goodFriday'
  | 'easterMonday'
  | 'kingsDay'
  | 'liberationDay'
  | 'ascension'
  | 'whitMonday'
  | 'christmas'
  | 'boxingDay';

/** The Dutch public holidays of a year from 2014 on, by local date ('YYYY-MM-DD'), in order. */
export function publicHolidaysOf(year: number): ReadonlyMap<string, HolidayName> {
  const easter = easterOf(year);
  const on = (month: number, day: number) => new Temporal.PlainDate(year, month, day);
  const kingsDay = on(4, 27);
  // When two fall on one day, as on 5 May 2016, the later of the list gives the name.
  const holidays: readonly (readonly [Temporal.PlainDate, HolidayName])[] = [
    [on(1, 1), 'newYear'],
    [easter.subtract({ days: 2 }), 'goodFriday'],
    [easter.add({ days: 1 }), 'easterMonday'],
    [kingsDay.dayOfWeek === 7 ? kingsDay.subtract({ days: 1 }) : kingsDay, 'kingsDay'],
    [easter.add({ days: 39 }), 'ascension'],
    [on(5, 5), 'liberationDay'],
    [easter.add({ days: 50 }), 'whitMonday'],
    [on(12, 25), 'christmas'],
    [on(12, 26), 'boxingDay'],
  ];
  const named = new Map(holidays.map(([date, name]) => [date.toString(), name]));
  return new Map([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a local date ('YYYY-MM-DD') is a Dutch public holiday; a Sunday by itself is none. */
export function isPublicHoliday(localDate: string): boolean {
  return publicHolidaysOf(Number(localDate.slice(0, 4))).has(localDate);
}

/** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1);
}
