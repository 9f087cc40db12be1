import { addToDate } from '../shared/local-date.js';
import { freeCents, type Standing } from './budget.rules.js';

/** People of one municipality who ask for a course, against the seats that there are for them. */
export interface Wanted {
  /** How many ask in this municipality (`demandOf`). */
  readonly demand: number;
  /** How many ask in the whole region. */
  readonly regionDemand: number;
  /** Seats that are free in sessions of the course that are planned or open. */
  readonly freeSeats: number;
  /** How many take part in one session. */
  readonly groupSize: number;
  /** What one session costs, in cents. */
  readonly priceCents: bigint;
}

/** What stands against a budget, with what is still to come. */
export interface Outlook extends Standing {
  /** Sessions that are planned and not confirmed, in cents. */
  readonly plannedCents: bigint;
  readonly plannedIsDemo: boolean;
  /** Sessions that nobody planned yet for people who ask for them, in cents. */
  readonly expectedCents: bigint;
  readonly expectedIsDemo: boolean;
}

/** Of a budget, at the end of its year. */
export interface Forecast {
  /** Realised, committed, planned and expected together. */
  readonly forecastCents: bigint;
  /** What of the budget is left then; below 0 where more is needed than there is. */
  readonly leftCents: bigint;
}

/**
 * What training those who ask and have no seat would cost, in cents, rounded half up: free seats go to all
 * municipalities alike, and each bears its part of a full session.
 */
export function expectedCents({ demand, regionDemand, freeSeats, groupSize, priceCents }: Wanted): bigint {
  const withoutSeat = Math.max(0, regionDemand - freeSeats);
  if (withoutSeat === 0) return 0n;
  const whole = BigInt(regionDemand) * BigInt(groupSize);
  return (2n * priceCents * BigInt(demand) * BigInt(withoutSeat) + whole) / (2n * whole);
}

/** How a budget stands at the end of its year when all that is planned and expected is done. */
export function forecastOf(outlook: Outlook): Forecast {
  const toCome = outlook.plannedCents + outlook.expectedCents;
  const leftCents = freeCents(outlook) - toCome;
  return { forecastCents: outlook.grantedCents - leftCents, leftCents };
}

/**
 * Until which date (local) the money of a grant year can be put to use: a session is delivered in that year, and is
 * decided on some days before it; what is ordered need only be delivered in it.
 */
export function useBy(year: number, decideDays: number | null): string {
  return addToDate(`${year}-12-31`, { days: -(decideDays ?? 0) });
}

/** From this part of a budget on, what is left over is worth a word. */
export const LEFT_PERCENTAGE = 10;
/** So many days before the last one there is still time to plan and to invite people. */
const DAYS_AHEAD = 92;

/** Whether much of a budget is likely to be left over, and the day by which it must be put to use (local) is near. */
export function mayBeLeftOver(outlook: Outlook, lastDay: string, today: string): boolean {
  const { leftCents } = forecastOf(outlook);
  const isMuch = leftCents > 0n && leftCents * 100n >= outlook.grantedCents * BigInt(LEFT_PERCENTAGE);
  return isMuch && today <= lastDay && lastDay <= addToDate(today, { days: DAYS_AHEAD });
}

/** Adds outlooks up; one example figure makes its total an example. */
export function outlookOf(rows: readonly Outlook[]): Outlook {
  const sum = (of: (row: Outlook) => bigint) => rows.reduce((total, row) => total + of(row), 0n);
  const some = (of: (row: Outlook) => boolean) => rows.some(of);
  return {
    grantedCents: sum((row) => row.grantedCents),
    committedCents: sum((row) => row.committedCents),
    realisedCents: sum((row) => row.realisedCents),
    plannedCents: sum((row) => row.plannedCents),
    expectedCents: sum((row) => row.expectedCents),
    grantedIsDemo: some((row) => row.grantedIsDemo),
    committedIsDemo: some((row) => row.committedIsDemo),
    plannedIsDemo: some((row) => row.plannedIsDemo),
    expectedIsDemo: some((row) => row.expectedIsDemo),
  };
}
