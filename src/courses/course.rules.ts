import type { Approval, Audience } from './course-access.rules.js';
import { followsLevel, type CourseLevel, type EntryLevel } from './course-level.rules.js';

/** Two weeks before the first day a room and a trainer can often still be called off for nothing. */
export const DECIDE_DAYS = 14;

/** All that a coordinator tells about a course. */
export interface CourseDetails {
  readonly code: string;
  readonly title: string;
  readonly level: CourseLevel;
  readonly dayParts: number;
  readonly functionIds: readonly string[];
  readonly restrictedAudience: string | null;
  readonly audience: Audience;
  readonly entryLevel: EntryLevel | null;
  readonly approval: Approval;
  readonly oncePerCourse: boolean;
  readonly minParticipants: number;
  readonly maxParticipants: number;
  /** How many days before the first day it is decided whether a session goes ahead. */
  readonly decideDays: number;
  readonly validityMonths: number | null;
  readonly requiredAttendancePercentage: number;
  /** Numbers of the parts that must be attended whatever the share, in order; the first is 1. */
  readonly mandatoryParts: readonly number[];
  /** Whether a certificate is given only after a follow-up day. */
  readonly requiresFollowUp: boolean;
  /** Where participants say what they thought of it; null for nowhere. */
  readonly evaluationUrl: string | null;
  readonly providerId: string;
  readonly isDemo: boolean;
  readonly source: string;
}

export interface CourseFault {
  readonly path: 'maxParticipants' | 'mandatoryParts' | 'requiresFollowUp';
  readonly reason: 'maximumBelowMinimum' | 'partBeyondLength' | 'neverFollowed';
}

/**
 * What does not go together: a largest group below the smallest, a mandatory part that the course does not have, a
 * follow-up day for a level that none follows.
 */
export function courseFaults(told: CourseDetails): CourseFault[] {
  const faults: CourseFault[] = [];
  if (told.maxParticipants < told.minParticipants)
    faults.push({ path: 'maxParticipants', reason: 'maximumBelowMinimum' });
  if (told.mandatoryParts.some((part) => part > told.dayParts))
    faults.push({ path: 'mandatoryParts', reason: 'partBeyondLength' });
  if (told.requiresFollowUp && !followsLevel(null, told.level))
    faults.push({ path: 'requiresFollowUp', reason: 'neverFollowed' });
  return faults;
}

/** The names of what differs between two tellings of a course, in the order of the first. */
export function differences(one: CourseDetails, other: CourseDetails): (keyof CourseDetails)[] {
  const told = ({ functionIds, mandatoryParts, ...rest }: CourseDetails): Record<string, unknown> => ({
    ...rest,
    functionIds: [...functionIds].sort().join(),
    mandatoryParts: mandatoryParts.join(),
  });
  const [before, after] = [told(one), told(other)];
  return (Object.keys(one) as (keyof CourseDetails)[]).filter((name) => before[name] !== after[name]);
}
