import { addToDate, instantOf, localDateOf } from '../shared/local-date.js';

const TOLD_AT = '09:00';

/** The last local date ('YYYY-MM-DD') of which the mails that are told at 09:00 in Amsterdam are due. */
export function lastDayToTell(now: Date): string {
  const today = localDateOf(now);
  return now >= instantOf(today, TOLD_AT) ? today : addToDate(today, { days: -1 });
}
