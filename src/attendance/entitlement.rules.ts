import { followsLevel, type CourseLevel, type EntryLevel } from '../courses/course-level.rules.js';
import { attends, type Mark } from './attendance.rules.js';

/** What a course asks for its certificate. */
export interface EntitlementPolicy {
  /** The share of the parts that must be attended, 1 to 100. */
  readonly requiredPercentage: number;
  /** Numbers of the parts that must be attended whatever the share; the first part is 1. */
  readonly mandatoryParts: readonly number[];
  /** Whether a follow-up day must be attended as well. */
  readonly requiresFollowUp: boolean;
}

/** 'waits': all is attended but the follow-up day. */
export type Entitlement = 'entitled' | 'waits' | 'not-entitled';

/** A mark per part of a session, in their order; null is a part without a mark. */
export type Attended = readonly (Mark | null)[];

/** How many parts were attended. */
export function partsAttended(marks: Attended): number {
  return marks.filter(isAttended).length;
}

/** The numbers of the mandatory parts that were missed. A part that the session does not have cannot be missed. */
export function missedMandatory(marks: Attended, mandatoryParts: readonly number[]): number[] {
  return mandatoryParts.filter((part) => part <= marks.length && !isAttended(marks[part - 1]!));
}

/** Which of the mandatory parts a session of so many parts does not have. */
export function absentMandatory(parts: number, mandatoryParts: readonly number[]): number[] {
  return mandatoryParts.filter((part) => part > parts);
}

/**
 * Whether someone attended enough of a session: the share reaches what is asked, and no mandatory part was missed.
 * Whole numbers only, so that two of three is never 66.67.
 */
export function attendedEnough(
  marks: Attended,
  { requiredPercentage, mandatoryParts }: Omit<EntitlementPolicy, 'requiresFollowUp'>,
): boolean {
  return (
    marks.length > 0 &&
    partsAttended(marks) * 100 >= requiredPercentage * marks.length &&
    missedMandatory(marks, mandatoryParts).length === 0
  );
}

/** Whether someone gets a certificate of a session, or will after a follow-up day. */
export function entitlement(marks: Attended, policy: EntitlementPolicy, followedUp: boolean): Entitlement {
  if (!attendedEnough(marks, policy)) return 'not-entitled';
  return policy.requiresFollowUp && !followedUp ? 'waits' : 'entitled';
}

/** A closed follow-up day on which someone had a seat; dates are local. */
export interface FollowUpDay extends Omit<EntitlementPolicy, 'requiresFollowUp'> {
  /** The lowest level that it follows; null for all. */
  readonly entryLevel: EntryLevel | null;
  readonly lastDate: string;
  readonly marks: Attended;
}

/** Whether this day completes a training: it came after it, follows its level, and enough of it was attended. */
export function completes(
  day: FollowUpDay,
  training: { readonly level: CourseLevel; readonly lastDate: string },
): boolean {
  return (
    day.lastDate > training.lastDate &&
    followsLevel(day.entryLevel, training.level) &&
    attendedEnough(day.marks, day)
  );
}

function isAttended(mark: Mark | null): boolean {
  return mark !== null && attends(mark);
}
