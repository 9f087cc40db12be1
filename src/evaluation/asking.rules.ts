import { addToDate, instantOf, localDateOf } from '../shared/local-date.js';

const DAY = 24 * 60 * 60_000;
/** How long a link to questions about what is over can be used, in days. */
export const LINK_DAYS = 30;
/** After so many days who did not answer about what is over is reminded, once. */
export const REMIND_DAYS = 7;
/** After so many days it is forgotten who was asked. */
export const KEPT_DAYS = 60;

export const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);

/** The half-year of an instant, such as '2026-2', as the council's report has it. */
export function periodOf(instant: Date): string {
  const [year, month] = localDateOf(instant).split('-');
  return `${year}-${Number(month) <= 6 ? 1 : 2}`;
}

/** When a session is, and how long before or after it a questionnaire is to be asked. */
export type Occasion =
  | { readonly moment: 'before'; readonly daysBefore: number; readonly firstStartsAt: Date }
  | { readonly moment: 'later'; readonly monthsAfter: number; readonly lastDate: string };

/** From when until when a questionnaire is asked; `until` is not in it. Later comes at nine in the morning of its day. */
export function timeToAsk(occasion: Occasion): { readonly from: Date; readonly until: Date } {
  if (occasion.moment === 'before') {
    const { firstStartsAt, daysBefore } = occasion;
    return { from: daysAgo(firstStartsAt, daysBefore), until: firstStartsAt };
  }
  const from = instantOf(addToDate(occasion.lastDate, { months: occasion.monthsAfter }), '09:00');
  return { from, until: daysAgo(from, -LINK_DAYS) };
}

/**
 * When who did not answer is reminded of questions before a training: halfway from when they were asked to when it
 * begins. Null where that leaves less than a day on either side.
 */
export function timeToRemindBefore(askedAt: Date, firstStartsAt: Date): Date | null {
  const half = (firstStartsAt.getTime() - askedAt.getTime()) / 2;
  return half < DAY ? null : new Date(askedAt.getTime() + half);
}

/**
 * Whether a session is to be asked about now. What should have been asked before the questionnaire was there is not asked
 * any more, but of who comes in later: for them the moment is that of their seat.
 */
export function isTimeToAsk(occasion: Occasion, askedFrom: Date, now: Date): boolean {
  const { from, until } = timeToAsk(occasion);
  return from <= now && now < until && (occasion.moment === 'before' || askedFrom <= from);
}
