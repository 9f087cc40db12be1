import { addToDate, instantOf, localDateOf } from '../shared/local-date.js';

/** How long before it closes a poll reminds, unless told otherwise. */
export const USUAL_REMIND_DAYS = 7;
/** The largest number that an organisation can give for a function. */
export const MOST_PEOPLE = 9999;
const COUNTS_MONTHS = 12;
const REMIND_TIME = '09:00';

/** What a coordinator asks of whom. Dates are local. */
export interface PollPlan {
  readonly title: string;
  readonly closesOn: string;
  readonly countsUntil: string;
  /** Days before closing on which who did not answer gets a reminder; null for none. */
  readonly remindDays: number | null;
  readonly courseIds: readonly string[];
  /** All organisations of these municipalities are asked, and these organisations besides. */
  readonly municipalityIds: readonly string[];
  readonly organisationIds: readonly string[];
}

/** What there is to ask about and whom. */
export interface PollSetting {
  readonly today: string;
  readonly courseIds: ReadonlySet<string>;
  readonly municipalityIds: ReadonlySet<string>;
  readonly organisationIds: ReadonlySet<string>;
}

export type PollFaultReason = 'closed' | 'countsTooShort' | 'unknown';

/** Why a poll cannot be sent; `path` is the field. */
export interface PollFault {
  readonly path: keyof PollPlan;
  readonly reason: PollFaultReason;
}

/** Everything that is wrong with a poll; empty when it can be sent. */
export function pollFaults(plan: PollPlan, setting: PollSetting): PollFault[] {
  const named = ['courseIds', 'municipalityIds', 'organisationIds'] as const;
  return [
    ...(plan.closesOn < setting.today ? [{ path: 'closesOn', reason: 'closed' } as const] : []),
    ...(plan.countsUntil < plan.closesOn ? [{ path: 'countsUntil', reason: 'countsTooShort' } as const] : []),
    ...named
      .filter((path) => plan[path].some((id) => !setting[path].has(id)))
      .map((path) => ({ path, reason: 'unknown' }) as const),
  ];
}

/** The last day on which the numbers count when none is filled in: a year after closing, for people are trained meanwhile. */
export function usualCountsUntil(closesOn: string): string {
  return addToDate(closesOn, { months: COUNTS_MONTHS });
}

/**
 * When a poll reminds: in the morning, so many days before it closes. Null for a poll without a reminder, and where
 * that day is not after the day on which it was sent.
 */
export function remindAt(
  { closesOn, remindDays }: Pick<PollPlan, 'closesOn' | 'remindDays'>,
  sentOn: string,
): Date | null {
  if (remindDays === null) return null;
  const remindOn = addToDate(closesOn, { days: -remindDays });
  return remindOn > sentOn ? instantOf(remindOn, REMIND_TIME) : null;
}

/** Whether organisations can still answer: up to and including the day on which the poll closes. */
export function takesAnswers({ closesOn }: Pick<PollPlan, 'closesOn'>, now: Date): boolean {
  return localDateOf(now) <= closesOn;
}

/**
 * The places, from 0, of the numbers that a poll did not ask for: each must be about a course of the poll and a function
 * that the course is meant for, once.
 */
export function placesNotAsked(
  questions: readonly { readonly courseId: string; readonly functions: readonly { readonly id: string }[] }[],
  numbers: readonly { readonly courseId: string; readonly functionId: string }[],
): number[] {
  const key = (courseId: string, functionId: string) => `${courseId}/${functionId}`;
  const left = new Set(
    questions.flatMap(({ courseId, functions }) => functions.map(({ id }) => key(courseId, id))),
  );
  return numbers.flatMap(({ courseId, functionId }, place) =>
    left.delete(key(courseId, functionId)) ? [] : [place],
  );
}
