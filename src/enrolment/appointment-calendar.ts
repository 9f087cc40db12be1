import { writeCalendarFile, type CalendarEvent, type CalendarFile } from '../platform/files/calendar-file.js';
import type { Appointment, AppointmentPart } from './appointment.queries.js';
import { appointmentUid } from './appointment-uid.rules.js';
import { placeOf } from '../sessions/place.rules.js';

/** For whom and when a calendar file is made; the attendee stays out of a file that is only published. */
export interface CalendarIssue {
  readonly method: CalendarFile['method'];
  readonly enrolmentId: string;
  readonly attendee: CalendarFile['attendee'];
  readonly organizer: CalendarFile['organizer'];
  readonly publicUrl: string;
  readonly stampedAt: Date;
}

/**
 * The calendar file of one enrolment: one event per part, whose uid never changes. A cancellation counts one higher
 * than what it cancels, or calendars would take it for the same version (RFC 5546, 2.1.4).
 */
export function appointmentCalendar(appointment: Appointment, issue: CalendarIssue): string {
  const { method, attendee, organizer, stampedAt } = issue;
  const events = appointment.parts.map((part) => eventOf(appointment, part, issue));
  return writeCalendarFile({ method, attendee, organizer, stampedAt, events });
}

function eventOf(
  { courseTitle, sequence, sessionId, parts }: Appointment,
  part: AppointmentPart,
  { method, enrolmentId, publicUrl }: CalendarIssue,
): CalendarEvent {
  const cancels = method === 'CANCEL';
  return {
    uid: appointmentUid({ enrolmentId, ordinal: part.ordinal }, publicUrl),
    sequence: cancels ? sequence + 1 : sequence,
    summary: parts.length > 1 ? `${courseTitle} (${part.ordinal}/${parts.length})` : courseTitle,
    description: part.trainers.join(', '),
    // A link is of no more use to who does not come.
    location: placeOf(part) ?? (cancels ? '' : (part.joiningLink ?? '')),
    url: `${publicUrl}/sessions/${sessionId}`,
    date: part.date,
    startTime: part.startTime,
    endTime: part.endTime,
    status: cancels ? 'CANCELLED' : 'CONFIRMED',
  };
}
