import { writeCalendarFile, type CalendarEvent } from '../platform/files/calendar-file.js';
import { placeOf } from './place.rules.js';
import { titleOf } from './session-calendar.pages.js';
import type { CalendarPart } from './session-calendar.queries.js';

/** Where and when a feed is read. */
export interface FeedIssue {
  readonly publicUrl: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly stampedAt: Date;
}

/** The calendar file of a feed: one event per part, whose uid never changes, without any participant. */
export function feedFile(parts: readonly CalendarPart[], issue: FeedIssue): string {
  const { publicUrl, organizer, stampedAt } = issue;
  const events = parts.map((part) => eventOf(part, publicUrl));
  return writeCalendarFile({ method: 'PUBLISH', attendee: null, organizer, stampedAt, events });
}

function eventOf(part: CalendarPart, publicUrl: string): CalendarEvent {
  const { sessionId, ordinal, sequence, trainers } = part;
  const { date, startTime, endTime } = part;
  return {
    ...{ sequence, date, startTime, endTime },
    uid: `${sessionId}-${ordinal}@${new URL(publicUrl).hostname}`,
    summary: titleOf(part),
    description: trainers.join(', '),
    // A joining link is for who comes only, and a feed is read by whoever has its address.
    location: placeOf(part) ?? '',
    url: `${publicUrl}/sessions/${sessionId}`,
    status: 'CONFIRMED',
  };
}
