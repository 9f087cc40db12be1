import ICAL from 'ical.js';

const TIME_ZONE = 'Europe/Amsterdam';

// RFC 5545 limits a line to 75 octets; ical.js does not count the space that starts a continued line.
ICAL.foldLength = 74;

// Written out, with the rule in force since 1996, because Outlook wants the definition inside every file.
const AMSTERDAM = `BEGIN:VTIMEZONE
TZID:${TIME_ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE`.replaceAll('\n', '\r\n');

/** One appointment. `date` is YYYY-MM-DD and the times are HH:MM, all on the clock in Amsterdam. */
export interface CalendarEvent {
  uid: string;
  sequence: number;
  summary: string;
  description: string;
  location: string;
  url: string | null;
  date: string;
  startTime: string;
  endTime: string;
  status: 'CONFIRMED' | 'CANCELLED';
}

/** A PUBLISH file (a feed) has no attendee: RFC 5546, 3.2.1. `stampedAt` is when the file's content was made. */
export interface CalendarFile {
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  organizer: { name: string; email: string };
  attendee: { name: string; email: string } | null;
  stampedAt: Date;
  events: readonly CalendarEvent[];
}

/**
 * Writes an iCalendar file (RFC 5545, RFC 5546) that Outlook and Apple accept. The mail's MIME part must name
 * the same method; an event keeps its uid for life and raises its sequence with every change.
 */
export function writeCalendarFile(file: CalendarFile): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Leerlijn//Leerlijn//NL');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', file.method);
  calendar.addSubcomponent(ICAL.Component.fromString(AMSTERDAM));
  for (const event of file.events) calendar.addSubcomponent(toVevent(event, file));
  return `${calendar.toString()}\r\n`;
}

function toVevent(event: CalendarEvent, file: CalendarFile): ICAL.Component {
  const vevent = new ICAL.Component('vevent');
  vevent.addPropertyWithValue('uid', singleLine(event.uid));
  vevent.addPropertyWithValue('sequence', event.sequence);
  vevent.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(file.stampedAt, true));
  addLocalTime(vevent, 'dtstart', event.date, event.startTime);
  addLocalTime(vevent, 'dtend', event.date, event.endTime);
  vevent.addPropertyWithValue('summary', singleLine(event.summary));
  if (event.description !== '')
    vevent.addPropertyWithValue('description', withoutControls(event.description));
  if (event.location !== '') vevent.addPropertyWithValue('location', singleLine(event.location));
  if (event.url !== null) vevent.addPropertyWithValue('url', singleLine(event.url));
  vevent.addPropertyWithValue('status', event.status);
  vevent.addPropertyWithValue('transp', event.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE');
  addPerson(vevent, 'organizer', file.organizer, {});
  if (file.attendee !== null) {
    addPerson(vevent, 'attendee', file.attendee, {
      cutype: 'INDIVIDUAL',
      role: 'REQ-PARTICIPANT',
      partstat: 'NEEDS-ACTION',
      rsvp: file.method === 'REQUEST' ? 'TRUE' : 'FALSE',
    });
  }
  return vevent;
}

function addLocalTime(vevent: ICAL.Component, name: string, date: string, time: string): void {
  const property = vevent.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(`${date}T${time}:00`));
  property.setParameter('tzid', TIME_ZONE);
}

function addPerson(
  vevent: ICAL.Component,
  name: string,
  person: { name: string; email: string },
  parameters: Readonly<Record<string, string>>,
): void {
  const property = vevent.addPropertyWithValue(name, `mailto:${singleLine(person.email)}`);
  // Outlook does not know RFC 6868, by which a double quote in a parameter would be written as ^'.
  property.setParameter('cn', singleLine(person.name).replaceAll('"', "'"));
  for (const [key, value] of Object.entries(parameters)) property.setParameter(key, value);
}

function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
}

// A line break in a name or address would end the property and let the rest be read as another one.
function singleLine(text: string): string {
  return withoutControls(text).replaceAll('\n', ' ');
}
