import type { Approval, Audience } from './course-access.rules.js';
import { followsLevel, type CourseLevel, type EntryLevel } from './course-level.rules.js';

/** Two weeks before the first day a room and a trainer can often still be called off for nothing. */
export const DECIDE_DAYS = 14;

/** What a session of a course usually costs, in whole cents as text, and who tells so. */
export interface UsualPrice {
  readonly priceCents: string;
  readonly isDemo: boolean;
  readonly source: string;
}

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
  readonly price: UsualPrice | null;
  readonly isDemo: boolean;
  readonly source: string;
}

/** The same as forms and other systems tell it: with the price in loose parts. */
export type ToldCourse = Omit<CourseDetails, 'price'> & {
  readonly priceCents: bigint | number | null;
  readonly priceIsDemo: boolean;
  readonly priceSource: string | null;
};

export interface CourseFault {
  readonly path: 'maxParticipants' | 'mandatoryParts' | 'requiresFollowUp' | 'priceCents' | 'priceSource';
  readonly reason: 'maximumBelowMinimum' | 'partBeyondLength' | 'neverFollowed' | 'missing';
}

/**
 * What does not go together: a largest group below the smallest, a mandatory part that the course does not have, a
 * follow-up day for a level that none follows, a price without its source or the other way round.
 */
export function courseFaults(told: ToldCourse): CourseFault[] {
  const faults: CourseFault[] = [];
  if (told.maxParticipants < told.minParticipants)
    faults.push({ path: 'maxParticipants', reason: 'maximumBelowMinimum' });
  if (told.mandatoryParts.some((part) => part > told.dayParts))
    faults.push({ path: 'mandatoryParts', reason: 'partBeyondLength' });
  if (told.requiresFollowUp && !followsLevel(null, told.level))
    faults.push({ path: 'requiresFollowUp', reason: 'neverFollowed' });
  if (told.priceCents === null && (told.priceIsDemo || told.priceSource !== null))
    faults.push({ path: 'priceCents', reason: 'missing' });
  if (told.priceCents !== null && told.priceSource === null)
    faults.push({ path: 'priceSource', reason: 'missing' });
  return faults;
}

/** A course as told, when nothing is wrong with it. */
export function detailsOf({ priceCents, priceIsDemo, priceSource, ...told }: ToldCourse): CourseDetails {
  const price =
    priceCents === null || priceSource === null
      ? null
      : { priceCents: String(priceCents), isDemo: priceIsDemo, source: priceSource };
  return { ...told, price };
}

/** The names of what differs between two tellings of a course, in the order of the first. */
export function differences(one: CourseDetails, other: CourseDetails): (keyof CourseDetails)[] {
  const told = ({ functionIds, mandatoryParts, price, ...rest }: CourseDetails): Record<string, unknown> => ({
    ...rest,
    functionIds: [...functionIds].sort().join(),
    mandatoryParts: mandatoryParts.join(),
    price: price && `${price.priceCents} ${String(price.isDemo)} ${price.source}`,
  });
  const [before, after] = [told(one), told(other)];
  return (Object.keys(one) as (keyof CourseDetails)[]).filter((name) => before[name] !== after[name]);
}
