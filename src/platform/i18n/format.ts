import type { Locale } from '../../shared/locale.js';

/**
 * `long`: 14 januari 2027; `short`: 14-01-2027; `weekday`: donderdag 14 januari 2027; `day`: donderdag 14 januari;
 * `month`: januari 2027; `dayName`: donderdag.
 */
export type DateStyle = 'long' | 'short' | 'weekday' | 'day' | 'month' | 'dayName';

// British English has the day first and the 24-hour clock, as readers in the Netherlands expect.
const languageTag: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  dayName: { weekday: 'long' },
};

/** Writes a local date (`YYYY-MM-DD`); throws a RangeError when it is not a date. */
export function formatDate(localDate: string, locale: Locale, style: DateStyle): string {
  return dateText(localDate, locale, dateOptions[style]);
}

/** Writes an instant as date and time in Europe/Amsterdam: '14 januari 2027 om 09:00'. */
export function formatInstant(instant: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTag[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(instant);
}

/** Writes local times (`HH:MM`, seconds are left off) as '09:00–17:00'; the same in both languages. */
export function formatTimeRange(start: string, end: string): string {
  return `${start.slice(0, 5)}–${end.slice(0, 5)}`;
}

/** Writes an amount of cents in euros: '€ 1.234,50' with a non-breaking space, '€1,234.50' in English. */
export function formatCents(cents: bigint | number, locale: Locale): string {
  const amount = BigInt(cents);
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  // A decimal text keeps amounts exact that a float could not hold.
  const euros = `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
  return new Intl.NumberFormat(languageTag[locale], { style: 'currency', currency: 'EUR' }).format(euros);
}

/**
 * Writes local dates as people say them, each month and year once: '14 en 15 januari 2027',
 * '30 januari en 2 februari 2027'. Order and repeats do not matter; no dates give an empty text.
 */
export function formatDateRange(localDates: readonly string[], locale: Locale): string {
  const list = new Intl.ListFormat(languageTag[locale], { type: 'conjunction' });
  const dates = [...new Set(localDates)].sort();
  const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
  const texts = months.map((month, index) => {
    const yearComesLater = months[index + 1]?.slice(0, 4) === month.slice(0, 4);
    const year = yearComesLater ? '' : ` ${month.slice(0, 4)}`;
    const days = dates.filter((date) => date.startsWith(month)).map((date) => String(Number(date.slice(8))));
    return `${list.format(days)} ${dateText(`${month}-01`, locale, { month: 'long' })}${year}`;
  });
  return list.format(texts);
}

function dateText(localDate: string, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  const midnight = new Date(`${localDate}T00:00:00Z`);
  return new Intl.DateTimeFormat(languageTag[locale], { ...options, timeZone: 'UTC' }).format(midnight);
}
