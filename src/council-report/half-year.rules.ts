import { addToDate } from '../shared/local-date.js';

/** A half-year, such as '2026-2' for July to December of 2026. */
export type HalfYear = `${number}-${1 | 2}`;

export const halfYearPattern = /^20\d{2}-[12]$/;

/** The half-years that a report puts side by side, in the order of its columns. */
export const moments = ['now', 'previous', 'yearBefore'] as const;
export type Moment = (typeof moments)[number];

/** How many half-years the list of reports goes back. */
const LISTED = 8;

export const yearOf = (halfYear: HalfYear): number => Number(halfYear.slice(0, 4));
export const halfOf = (halfYear: HalfYear): 1 | 2 => (halfYear.endsWith('1') ? 1 : 2);

/** The first and the last local date of a half-year. */
export function boundsOf(halfYear: HalfYear): { readonly from: string; readonly until: string } {
  const year = yearOf(halfYear);
  return halfOf(halfYear) === 1
    ? { from: `${year}-01-01`, until: `${year}-06-30` }
    : { from: `${year}-07-01`, until: `${year}-12-31` };
}

/** The half-year of a local date. */
export function halfYearOf(localDate: string): HalfYear {
  return `${Number(localDate.slice(0, 4))}-${Number(localDate.slice(5, 7)) <= 6 ? 1 : 2}`;
}

/** The half-year itself, the one before it, and the same one a year before. */
export function halfYearAt(halfYear: HalfYear, moment: Moment): HalfYear {
  const back = { now: 0, previous: -6, yearBefore: -12 }[moment];
  return halfYearOf(addToDate(boundsOf(halfYear).from, { months: back }));
}

/** The half-years of which the list shows reports, the newest first. */
export function listedHalfYears(today: string): HalfYear[] {
  return Array.from({ length: LISTED }, (_, index) => halfYearOf(addToDate(today, { months: -6 * index })));
}

/** Whether a half-year has begun, so that there is something to report. */
export const hasBegun = (halfYear: HalfYear, today: string): boolean => boundsOf(halfYear).from <= today;
