import { Temporal } from 'temporal-polyfill';

/** The zone of every wall-clock time in the product (DOMAIN: Europe/Amsterdam on the screen and in mail). */
export const ZONE = 'Europe/Amsterdam';

/** The instant of a wall-clock time on a local date, as 'YYYY-MM-DD' and 'HH:MM'. A time skipped in spring moves on by the hour. */
export function instantOf(localDate: string, localTime: string, zone: string = ZONE): Date {
  const zoned = Temporal.PlainDateTime.from(`${localDate}T${localTime}`).toZonedDateTime(zone);
  return new Date(zoned.epochMilliseconds);
}

/** The local date of an instant, as 'YYYY-MM-DD'. */
export function localDateOf(instant: Date, zone: string = ZONE): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** The date so many days (or months) later; negative goes back. A month's end stays within the month. */
export function addToDate(localDate: string, span: { days?: number; months?: number }): string {
  return Temporal.PlainDate.from(localDate).add(span).toString();
}
