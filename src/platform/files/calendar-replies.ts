import ICAL from 'ical.js';
import { calendarAnswers, type CalendarReply } from './calendar-reply.rules.js';

// Far larger than any answer.
const LARGEST = 100_000;
const LARGEST_SEQUENCE = 2 ** 31 - 1;

/** The answers in an iCalendar file; none in one that is no answer, or that makes no sense. */
export function readCalendarReplies(text: string): CalendarReply[] {
  if (text.length > LARGEST) return [];
  try {
    const calendar = ICAL.Component.fromString(text);
    if (String(calendar.getFirstPropertyValue('method')).toUpperCase() !== 'REPLY') return [];
    return calendar.getAllSubcomponents('vevent').flatMap(replyIn);
  } catch {
    return [];
  }
}

function replyIn(vevent: ICAL.Component): CalendarReply[] {
  const attendees = vevent.getAllProperties('attendee');
  const partstat = attendees[0]?.getFirstParameter('partstat')?.toLowerCase();
  const answer = calendarAnswers.find((known) => known === partstat);
  const uid = vevent.getFirstPropertyValue('uid');
  // An answer is of one person (RFC 5546, 3.2.3).
  if (attendees.length !== 1 || !answer || typeof uid !== 'string') return [];
  const sequence = Number(vevent.getFirstPropertyValue('sequence') ?? 0);
  return [
    {
      ...{ uid, answer },
      attendee: String(attendees[0]!.getFirstValue())
        .replace(/^mailto:/i, '')
        .toLowerCase(),
      sequence: Number.isInteger(sequence) && sequence >= 0 ? Math.min(sequence, LARGEST_SEQUENCE) : 0,
      stampedAt: instantOf(vevent.getFirstPropertyValue('dtstamp')),
      hasComment: String(vevent.getFirstPropertyValue('comment') ?? '').trim() !== '',
    },
  ];
}

function instantOf(stamp: unknown): Date | null {
  const instant = stamp instanceof ICAL.Time ? stamp.toJSDate() : new Date(Number.NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
