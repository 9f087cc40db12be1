import type { YearOfBooking } from './accounting-year.rules.js';

export const figureKinds = ['spent', 'cumulative', 'correction', 'earlierCorrection'] as const;
/** A figure of the yearly statement, in the order in which it lists them. */
export type FigureKind = (typeof figureKinds)[number];

/**
 * Whether a booking adds to a figure of the statement of `year`: spent in that year, spent up to and with it, put right
 * of the year before, and put right of years before that.
 */
export function addsTo(kind: FigureKind, booked: YearOfBooking, year: number): boolean {
  if (kind === 'cumulative') return booked.year <= year;
  if (booked.year !== year) return false;
  const { correctsYear } = booked;
  if (kind === 'spent') return correctsYear === null;
  if (correctsYear === null) return false;
  return kind === 'correction' ? correctsYear === year - 1 : correctsYear < year - 1;
}
