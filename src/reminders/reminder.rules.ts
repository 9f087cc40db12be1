import { addToDate, instantOf } from '../shared/local-date.js';

/** When a reminder goes out: at a time on the clock, so many days before the first part. */
export interface ReminderRule {
  readonly code: string;
  readonly daysBefore: number;
  /** 'HH:MM' in Europe/Amsterdam. */
  readonly localTime: string;
}

/** The first part of a session: its local date ('YYYY-MM-DD') and the instant at which it begins. */
export interface FirstPart {
  readonly date: string;
  readonly startsAt: Date;
}

/** What a region that has chosen nothing sends: the practical information a week before and the day before. */
export const defaultReminderRules: readonly ReminderRule[] = [
  { code: 'week-before', daysBefore: 7, localTime: '09:00' },
  { code: 'day-before', daysBefore: 1, localTime: '09:00' },
];

/**
 * The instant at which a rule's reminder is due: the wall-clock time on that day, whatever the clock change between.
 * Null when that would not be before the start, or not after `since`: someone who enrolled later already knows.
 */
export function reminderDueAt(rule: ReminderRule, firstPart: FirstPart, since: Date): Date | null {
  const dueAt = instantOf(addToDate(firstPart.date, { days: -rule.daysBefore }), rule.localTime);
  return dueAt < firstPart.startsAt && dueAt > since ? dueAt : null;
}
