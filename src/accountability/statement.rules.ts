import { addsTo, type FigureKind } from '../grants/figure.rules.js';
import type { YearOfBooking } from '../grants/accounting-year.rules.js';

/** What was booked as spent on one grant in one year, and over which earlier year it is a correction; cents. */
export interface BookedSum extends YearOfBooking {
  readonly grantId: string;
  readonly cents: bigint;
}

/** The figures of one grant; every amount in whole cents. */
export type Figures = Readonly<Record<FigureKind, bigint>>;

/** The figures of one grant for the statement of `year`, of all that was ever booked on it. */
export function figuresOf(booked: readonly BookedSum[], year: number): Figures {
  return eachFigure((kind) =>
    sum(booked.filter((some) => addsTo(kind, some, year)).map(({ cents }) => cents)),
  );
}

/** The figures of several grants together. */
export function totalOf(grants: readonly Figures[]): Figures {
  return eachFigure((kind) => sum(grants.map((figures) => figures[kind])));
}

/** Whether the statement of `year` has a line for a grant: one that has not been accounted for finally, or still moves. */
export function isListed(
  grant: { readonly year: number; readonly finalIn: number | null },
  booked: readonly BookedSum[],
  year: number,
): boolean {
  if (booked.some((some) => some.year === year)) return true;
  return grant.year <= year && (grant.finalIn === null || grant.finalIn >= year);
}

/** The local date by which a year must be accounted for: 15 July of the year after it. */
export function dueOn(year: number): string {
  return `${year + 1}-07-15`;
}

/** Figures of which each is made by its kind. */
export function eachFigure(make: (kind: FigureKind) => bigint): Figures {
  return {
    spent: make('spent'),
    cumulative: make('cumulative'),
    correction: make('correction'),
    earlierCorrection: make('earlierCorrection'),
  };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
