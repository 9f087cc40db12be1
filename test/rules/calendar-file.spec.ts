import fc from 'fast-check';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import {
  type CalendarEvent,
  type CalendarFile,
  writeCalendarFile,
} from '../../src/platform/files/calendar-file.js';

const event: CalendarEvent = {
  uid: 'part-1@leerlijn.example',
  sequence: 0,
  summary: 'Basistraining: signalen herkennen',
  description: '',
  location: 'Voorbeeldzaal, Almere',
  url: 'https://leerlijn.example/sessions/1',
  date: '2027-01-14',
  startTime: '09:00',
  endTime: '17:00',
  status: 'CONFIRMED',
};

function file(changes: Partial<CalendarFile> = {}): CalendarFile {
  return {
    method: 'REQUEST',
    organizer: { name: 'Gemeente Voorbeeld', email: 'training@example.nl' },
    attendee: { name: 'S. Voorbeeld', email: 's.voorbeeld@example.nl' },
    stampedAt: new Date('2026-11-22T10:00:00.123Z'),
    events: [event],
    ...changes,
  };
}

function unfold(text: string): string[] {
  return text.replaceAll('\r\n ', '').split('\r\n');
}

function readEvents(text: string): ICAL.Component[] {
  return ICAL.Component.fromString(text).getAllSubcomponents('vevent');
}

function readEvent(text: string): ICAL.Component {
  const [found] = readEvents(text);
  if (found === undefined) throw new Error('the file has no event');
  return found;
}

// ical.js takes the zone from the file itself, as Outlook does.
function instantOf(vevent: ICAL.Component, name: string): string {
  const time = vevent.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is not a time`);
  return time.toJSDate().toISOString();
}

function instantInAmsterdam(date: string, time: string): string {
  const instant = Temporal.PlainDateTime.from(`${date}T${time}`)
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant();
  return new Date(instant.epochMilliseconds).toISOString();
}

describe('a calendar file', () => {
  it.each([
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2027-03-27',
    '2027-03-28',
    '2027-03-29',
    '2026-02-02',
    '2026-07-01',
  ])('puts nine in the morning on %s at nine on the clock in Amsterdam', (date) => {
    const text = writeCalendarFile(file({ events: [{ ...event, date }] }));
    expect(instantOf(readEvent(text), 'dtstart')).toBe(instantInAmsterdam(date, '09:00'));
    expect(unfold(text)).toContain(`DTSTART;TZID=Europe/Amsterdam:${date.replaceAll('-', '')}T090000`);
  });

  it('holds the right instant for any day and hour from 1997 to 2060', () => {
    const day = fc
      .date({
        min: new Date('1997-01-01T00:00:00Z'),
        max: new Date('2060-12-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((d) => d.toISOString().slice(0, 10));
    const hour = fc.integer({ min: 4, max: 22 }).map((h) => String(h).padStart(2, '0'));
    fc.assert(
      fc.property(day, hour, (date, h) => {
        const text = writeCalendarFile(
          file({ events: [{ ...event, date, startTime: `${h}:15`, endTime: `${h}:45` }] }),
        );
        expect(instantOf(readEvent(text), 'dtend')).toBe(instantInAmsterdam(date, `${h}:45`));
      }),
      { numRuns: 60 },
    );
  });

  it('has everything Outlook and Apple ask of an invitation', () => {
    expect(unfold(writeCalendarFile(file()))).toEqual(
      expect.arrayContaining([
        'PRODID:-//Leerlijn//Leerlijn//NL',
        'VERSION:2.0',
        'CALSCALE:GREGORIAN',
        'METHOD:REQUEST',
        'UID:part-1@leerlijn.example',
        'SEQUENCE:0',
        'DTSTAMP:20261122T100000Z',
        'STATUS:CONFIRMED',
        'TRANSP:OPAQUE',
        'LOCATION:Voorbeeldzaal\\, Almere',
        'URL:https://leerlijn.example/sessions/1',
        'ORGANIZER;CN=Gemeente Voorbeeld:mailto:training@example.nl',
        'ATTENDEE;CN=S. Voorbeeld;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:s.voorbeeld@example.nl',
      ]),
    );
  });

  it('cancels with the same uid, a higher sequence and no wish for an answer', () => {
    const cancelled: CalendarEvent = { ...event, sequence: 1, status: 'CANCELLED' };
    const lines = unfold(writeCalendarFile(file({ method: 'CANCEL', events: [cancelled] })));
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'UID:part-1@leerlijn.example',
        'SEQUENCE:1',
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
        expect.stringContaining('RSVP=FALSE'),
      ]),
    );
  });

  it('names no participant in a published feed', () => {
    expect(writeCalendarFile(file({ method: 'PUBLISH', attendee: null }))).not.toContain('ATTENDEE');
  });

  it('holds one appointment per part and one zone', () => {
    const second = { ...event, uid: 'part-2@leerlijn.example', date: '2027-01-15' };
    const text = writeCalendarFile(file({ events: [event, second] }));
    expect(readEvents(text).map((e) => e.getFirstPropertyValue('uid'))).toEqual([event.uid, second.uid]);
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });

  it('reads as a calendar without appointments when there are none', () => {
    expect(readEvents(writeCalendarFile(file({ events: [] })))).toEqual([]);
  });

  it.each(['Şeyma 👩🏽‍🏫 Voorbeeld', 'ليلى مثال', 'A; B, C: D', "Van 't Voorbeeld"])(
    'keeps the name %s as it is',
    (name) => {
      const text = writeCalendarFile(
        file({ attendee: { name, email: 'a@example.nl' }, events: [{ ...event, summary: name }] }),
      );
      const read = readEvent(text);
      expect(read.getFirstPropertyValue('summary')).toBe(name);
      expect(read.getFirstProperty('attendee')?.getParameter('cn')).toBe(name);
    },
  );

  it('writes a backslash as a backslash', () => {
    const text = writeCalendarFile(file({ events: [{ ...event, summary: 'C:\\temp\\n' }] }));
    expect(readEvent(text).getFirstPropertyValue('summary')).toBe('C:\\temp\\n');
  });

  it('keeps the lines of a description', () => {
    const text = writeCalendarFile(
      file({ events: [{ ...event, description: 'Neem mee:\r\n- pen; papier' }] }),
    );
    expect(readEvent(text).getFirstPropertyValue('description')).toBe('Neem mee:\n- pen; papier');
  });

  it('ends every line with CRLF and keeps it within 75 octets, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
        const text = writeCalendarFile(file({ events: [{ ...event, summary: words, description: words }] }));
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)));
        expect(longest).toBeLessThanOrEqual(75);
      }),
    );
  });

  it('lets no text start a line of its own', () => {
    const attack = 'x\r\nATTENDEE:mailto:other@example.org\r\nEND:VEVENT\u0000';
    const text = writeCalendarFile(
      file({
        organizer: { name: attack, email: `training@example.nl${attack}` },
        events: [
          { ...event, uid: attack, summary: attack, description: attack, location: attack, url: attack },
        ],
      }),
    );
    expect(readEvent(text).getAllProperties('attendee')).toHaveLength(1);
  });
});
