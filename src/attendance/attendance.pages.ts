import { z } from 'zod';
import { formatDate, formatDateRange, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDateOf } from '../shared/local-date.js';
import type { Locale } from '../shared/locale.js';
import type { AttendanceRoster, LateNews, RosterPart, RosterPerson } from './attendance.queries.js';
import {
  hasBegun,
  marks,
  takesMarks,
  takesMinutes,
  unmarked,
  unmarkedIn,
  type Mark,
  type Marked,
} from './attendance.rules.js';
import { remarkHref } from './remark.pages.js';
import type { Saved } from './attendance.service.js';

const minutesName = 'minutes-';
const minutesField = z
  .string()
  .trim()
  .refine((typed) => /^\d{0,3}$/.test(typed) && Number(typed) <= 720, {
    params: { key: 'attendance.minutesShape' },
  });

/**
 * A choice per enrolment id with its minutes, whether everyone without one was present, and when the list was made that
 * was chosen on. Minutes that stand beside a mark they say nothing of are left out.
 */
export const attendanceForm = z
  .looseObject({ rest: z.literal('present').optional(), seen: z.iso.datetime().optional() })
  .transform(({ rest, seen, ...fields }, context) => {
    const given = Object.entries(fields);
    const typed = new Map(given.filter(([name]) => name.startsWith(minutesName)));
    const chosen = given
      .filter(([name]) => !name.startsWith(minutesName))
      .map(([enrolmentId, value]) => ({
        enrolmentId,
        mark: read(z.enum(marks), value, enrolmentId, context),
        minutes: read(
          minutesField,
          typed.get(minutesName + enrolmentId) ?? '',
          minutesName + enrolmentId,
          context,
        ),
      }));
    return {
      rest: rest !== undefined,
      seen: seen === undefined ? null : new Date(seen),
      marks: chosen.map(({ enrolmentId, mark, minutes }) => ({
        enrolmentId,
        mark,
        minutes: takesMinutes(mark) ? Number(minutes) || null : null,
      })),
    };
  });

function read<T>(schema: z.ZodType<T>, value: unknown, name: string, context: z.RefinementCtx): T {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  for (const issue of found.error.issues) context.addIssue({ ...issue, path: [name] });
  return z.NEVER;
}

/** What to say after saving; someone who checked in meanwhile is told of first, as it is not what was chosen. */
export function savedNotice({ changed, checkedInMeanwhile }: Saved) {
  if (checkedInMeanwhile > 0) return { kind: 'warning', key: 'attendance.checkedInMeanwhile' } as const;
  if (changed > 0) return { kind: 'ok', key: 'attendance.saved' } as const;
  return { kind: 'info', key: 'attendance.nothingChanged' } as const;
}

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
  {
    locale,
    corrections,
    t,
  }: {
    readonly locale: Locale;
    /** What came in after closing; null for who may not correct. */
    readonly corrections: { readonly news: readonly LateNews[] } | null;
    readonly t: Translate;
  },
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
    seen: now.toISOString(),
    standing: roster.people.some(({ isWaiting }) => isWaiting) ? t('attendance.waitsExplained') : null,
    people: roster.people.map((person) => personRow(person, part, t)),
    corrections: corrections
      ? roster.people.map(({ enrolmentId, name }) => ({
          href: correctionHref(enrolmentId),
          label: t('attendance.correction.of', { name }),
        }))
      : [],
    news: (corrections?.news ?? []).map(({ enrolmentId, name, ordinal }) => ({
      href: correctionHref(enrolmentId),
      text: t('attendance.correction.news', { name, ordinal }),
    })),
    checkInHref: takesMarks(roster.status) && part.localDate === localDateOf(now) ? '/check-in' : null,
    wallHref: `/sessions/${roster.sessionId}/wall-code`,
    signedHref: `/sessions/${roster.sessionId}/signed-sheets`,
    sheetHref: `/sessions/${roster.sessionId}/sign-in-sheet`,
    participantsHref: `/sessions/${roster.sessionId}/participants`,
    closureHref: roster.status === 'confirmed' ? `/sessions/${roster.sessionId}/closure` : null,
    stillOpen: unmarked(roster),
  };
}

export const correctionHref = (enrolmentId: string) => `/enrolments/${enrolmentId}/attendance-correction`;

/** 'donderdag 14 januari 2027, 09:30–12:30' */
export function whenOf(part: RosterPart, locale: Locale): string {
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
  const marked = person.marks[part.id] ?? null;
  return {
    name: person.name,
    organisation: person.organisation,
    enrolmentId: person.enrolmentId,
    remark: person.remark,
    standing: person.isWaiting ? t('attendance.waits') : null,
    remarkHref: remarkHref(person.enrolmentId),
    markLabel: marked ? markedLabel(marked, t) : t('attendance.unmarked'),
    minutes: marked?.minutes ?? '',
    options: marks.map((value) => ({
      id: `mark-${person.enrolmentId}-${value}`,
      value,
      label: markLabel(value, t),
      chosen: value === marked?.mark,
    })),
  };
}

export const markLabel = (mark: Mark, t: Translate) => t(`attendance.mark.${mark}`);
const markedLabel = ({ mark, minutes }: Marked, t: Translate) =>
  minutes === null
    ? markLabel(mark, t)
    : `${markLabel(mark, t)}, ${t('attendance.minutesShort', { count: minutes })}`;
const pathOf = (roster: AttendanceRoster) => `/sessions/${roster.sessionId}/attendance`;
