import { followsLevel, type CourseLevel, type EntryLevel } from '../courses/course-level.rules.js';
import { addToDate } from '../shared/local-date.js';

/** A follow-up day that someone attended enough of; dates are local. */
export interface FollowUpDay {
  /** The lowest level that it follows; null for all. */
  readonly entryLevel: EntryLevel | null;
  readonly lastDate: string;
}

/** How long a certificate is valid. */
export type Validity = { readonly months: number } | { readonly days: number };

/**
 * Until when a certificate is valid after a follow-up day: as long from that day as it is valid by itself, when the day
 * follows its level and it was still valid. Null when nothing changes, so that asking again renews nothing twice.
 */
export function renewedUntil(
  day: FollowUpDay,
  certificate: { readonly level: CourseLevel; readonly issuedOn: string; readonly validUntil: string | null },
  validity: Validity | null,
): string | null {
  const { validUntil, level, issuedOn } = certificate;
  if (validUntil === null || validity === null || !followsLevel(day.entryLevel, level)) return null;
  if (issuedOn > day.lastDate || validUntil < day.lastDate) return null;
  const until = addToDate(day.lastDate, validity);
  return until > validUntil ? until : null;
}
