import { z } from 'zod';
import { formatDate, formatDateRange, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import type { AttendanceRoster, RosterPart, RosterPerson } from './attendance.queries.js';
import { hasBegun, marks, takesMarks, unmarked, unmarkedIn, type Mark } from './attendance.rules.js';

/** A choice per enrolment id, and whether everyone without one was present. */
export const attendanceForm = z.object({ rest: z.literal('present').optional() }).catchall(z.enum(marks));

/** Which part the page shows; anything else than a number of a part shows the first that needs marks. */
export const partQuery = z.object({ part: z.coerce.number().int().optional().catch(undefined) });

/** The part that a form marks; guessing it could mark the wrong one. */
export const markedPart = z.object({ part: z.coerce.number().int() });

/** The part with this ordinal, or otherwise the first part that has begun and is not marked in full. */
export function chosenPart(roster: AttendanceRoster, ordinal: number | undefined, now: Date): RosterPart {
  return (
    roster.parts.find((part) => part.ordinal === ordinal) ??
    roster.parts.find((part) => hasBegun(part, now) && unmarkedIn(roster, part.id) > 0) ??
    roster.parts[0]!
  );
}

/** The page on which one part is marked. */
export function attendancePage(
  roster: AttendanceRoster,
  part: RosterPart,
  now: Date,
  locale: Locale,
  t: Translate,
) {
  const open = takesMarks(roster.status) && hasBegun(part, now);
  return {
    heading: roster.courseTitle,
    dates: datesOf(roster, locale),
    parts: roster.parts.map((each) => partLine(roster, each, part, now, locale, t)),
    severalParts: roster.parts.length > 1,
    partLabel: t('attendance.part', { ordinal: part.ordinal }),
    when: whenOf(part, locale),
    progress: progressOf(roster, part, t),
    note: open ? null : t(takesMarks(roster.status) ? 'attendance.notBegun' : 'attendance.final'),
    action: open ? `${pathOf(roster)}?part=${part.ordinal}` : null,
    people: roster.people.map((person) => personRow(person, part, t)),
    participantsHref: `/sessions/${roster.sessionId}/participants`,
    closureHref: roster.status === 'confirmed' ? `/sessions/${roster.sessionId}/closure` : null,
    stillOpen: unmarked(roster),
  };
}

/** 'donderdag 14 januari 2027, 09:30–12:30' */
function whenOf(part: RosterPart, locale: Locale): string {
  return `${formatDate(part.localDate, locale, 'weekday')}, ${formatTimeRange(part.startTime, part.endTime)}`;
}

export function datesOf(roster: AttendanceRoster, locale: Locale): string {
  return formatDateRange(
    roster.parts.map(({ localDate }) => localDate),
    locale,
  );
}

function partLine(
  roster: AttendanceRoster,
  part: RosterPart,
  shown: RosterPart,
  now: Date,
  locale: Locale,
  t: Translate,
) {
  const complete = unmarkedIn(roster, part.id) === 0;
  const kind = complete ? 'success' : hasBegun(part, now) ? 'warning' : 'neutral';
  return {
    href: `${pathOf(roster)}?part=${part.ordinal}`,
    label: t('attendance.part', { ordinal: part.ordinal }),
    when: whenOf(part, locale),
    current: part.id === shown.id,
    badge: { kind, label: progressOf(roster, part, t) },
  };
}

function progressOf(roster: AttendanceRoster, part: RosterPart, t: Translate): string {
  const total = roster.people.length;
  return t('attendance.progress', { marked: total - unmarkedIn(roster, part.id), total });
}

function personRow(person: RosterPerson, part: RosterPart, t: Translate) {
  const mark = person.marks[part.id] ?? null;
  return {
    name: person.name,
    organisation: person.organisation,
    enrolmentId: person.enrolmentId,
    markLabel: mark ? markLabel(mark, t) : t('attendance.unmarked'),
    options: marks.map((value) => ({
      id: `mark-${person.enrolmentId}-${value}`,
      value,
      label: markLabel(value, t),
      chosen: value === mark,
    })),
  };
}

const markLabel = (mark: Mark, t: Translate) => t(`attendance.mark.${mark}`);
const pathOf = (roster: AttendanceRoster) => `/sessions/${roster.sessionId}/attendance`;
