import { addToDate, instantOf } from '../shared/local-date.js';
import { workingDaysBefore } from '../shared/working-days.js';

export const dayKinds = ['calendar', 'working'] as const;
/** Which days a rule counts: all of them, or only those on which offices are open. */
export type DayKind = (typeof dayKinds)[number];

/** When a reminder goes out: at a time on the clock, so many days before the first part. */
export interface ReminderRule {
  readonly dayKind: DayKind;
  readonly daysBefore: number;
  /** 'HH:MM' in Europe/Amsterdam. */
  readonly localTime: string;
}

/** A rule as a region keeps it. */
export interface RegionRule extends ReminderRule {
  readonly id: string;
  readonly regionId: string;
  readonly isOn: boolean;
  /** Since when it says this: it never sends a reminder whose moment was before. */
  readonly activeFrom: Date;
  /** Goes up with every change. */
  readonly version: number;
}

/** What a coordinator says of a rule. */
export type ToldRule = ReminderRule & Pick<RegionRule, 'isOn'>;

/** Of all that is known of a rule, what a coordinator says. */
export const toldOfRule = ({ dayKind, daysBefore, localTime, isOn }: ToldRule): ToldRule => ({
  ...{ dayKind, daysBefore, localTime, isOn },
});

/** The first part of a session: its local date ('YYYY-MM-DD') and the instant at which it begins. */
export interface FirstPart {
  readonly date: string;
  readonly startsAt: Date;
}

/** Someone with a seat, and the moment up to which nothing is to be told any more. */
export interface Seated {
  readonly enrolmentId: string;
  readonly since: Date;
}

/** What a region that has chosen nothing sends: the practical information a week before and the day before. */
export const defaultReminderRules: readonly ReminderRule[] = [
  { dayKind: 'calendar', daysBefore: 7, localTime: '09:00' },
  { dayKind: 'calendar', daysBefore: 1, localTime: '09:00' },
];

/**
 * The instant at which a rule's reminder is due: the wall-clock time on that day, whatever the clock change between.
 * Null when that would not be before the start.
 */
export function reminderMoment(
  { dayKind, daysBefore, localTime }: ReminderRule,
  { date, startsAt }: FirstPart,
): Date | null {
  const day =
    dayKind === 'working' ? workingDaysBefore(date, daysBefore) : addToDate(date, { days: -daysBefore });
  const dueAt = instantOf(day, localTime);
  return dueAt < startsAt ? dueAt : null;
}

/**
 * For each person and rule when the reminder is due. Null for a moment that has passed for them: someone who enrolled
 * later already knows, and a rule says nothing about what was before it.
 */
export function reminderPlan(
  rules: readonly (ReminderRule & Pick<RegionRule, 'id' | 'activeFrom'>)[],
  firstPart: FirstPart,
  people: readonly Seated[],
): { readonly enrolmentId: string; readonly ruleId: string; readonly dueAt: Date | null }[] {
  const moments = rules.map((rule) => ({ rule, dueAt: reminderMoment(rule, firstPart) }));
  return people.flatMap(({ enrolmentId, since }) =>
    moments.map(({ rule, dueAt }) => ({
      enrolmentId,
      ruleId: rule.id,
      dueAt: dueAt !== null && dueAt > since && dueAt > rule.activeFrom ? dueAt : null,
    })),
  );
}
