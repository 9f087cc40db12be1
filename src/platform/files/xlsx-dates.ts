/** Formats of dates and times that every workbook knows by number: 14 to 22 and 45 to 47, and those of East Asia. */
const KNOWN: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60_000;
/** Day 0, for days after February 1900: Excel counts a 29 February in that year. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999, the last day that Excel knows. */
const LAST_DAY = 2_958_465;

/** Whether a number in this format is shown as a date or a time; the code stands in the workbook where it is its own. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return KNOWN.some(([first, last]) => id >= first && id <= last);
  // Letters within quotes, behind a backslash or for a colour are no part of the date; [h] is hours.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare.replaceAll(/general|standaard/gi, ''));
}

/** What a number means as a date: '12-11-2026', '12-11-2026 09:30' or '09:30'; null for a number that is no date. */
export function dateText(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return null;
  const minutes = Math.round((serial * DAY) / MINUTE);
  const moment = new Date((from1904 ? DAY_ZERO_1904 : DAY_ZERO) + minutes * MINUTE);
  const [date, time] = [moment.toISOString().slice(0, 10), moment.toISOString().slice(11, 16)];
  if (serial < 1) return time;
  const day = date.split('-').toReversed().join('-');
  return time === '00:00' ? day : `${day} ${time}`;
}
