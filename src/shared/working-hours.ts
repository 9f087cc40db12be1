import { Temporal } from 'temporal-polyfill';
import { ZONE } from './local-date.js';
import { isWorkingDay } from './working-days.js';

const OPENS = Temporal.PlainTime.from('09:00');
const CLOSES = Temporal.PlainTime.from('17:00');

/** The instant at which so many hours of offices being open have passed: Monday to Friday from 9 to 17, no public holidays. */
export function addWorkingHours(start: Date, hours: number, zone: string = ZONE): Date {
  let at = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(zone);
  let left = Temporal.Duration.from({ hours });
  for (;;) {
    const opens = at.withPlainTime(OPENS);
    const closes = at.withPlainTime(CLOSES);
    const from = Temporal.ZonedDateTime.compare(at, opens) < 0 ? opens : at;
    if (isWorkingDay(at.toPlainDate()) && Temporal.ZonedDateTime.compare(from, closes) < 0) {
      const end = from.add(left);
      if (Temporal.ZonedDateTime.compare(end, closes) <= 0) return new Date(end.epochMilliseconds);
      left = left.subtract(from.until(closes, { largestUnit: 'hours' }));
    }
    at = at.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: OPENS });
  }
}
