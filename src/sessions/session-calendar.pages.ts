import { z } from 'zod';
import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate } from '../platform/web/fields.js';
import { buildForm, type FieldSpec } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import type { Locale } from '../shared/locale.js';
import { publicHolidaysOf } from '../shared/public-holidays.js';
import type { CalendarChoice, CalendarPart, CalendarScope } from './session-calendar.queries.js';
import { calendarViews, periodOf, weekNumberOf, weeksIn } from './session-calendar.rules.js';
import { roomName } from './room-name.rules.js';
import { statusBadge } from './session-list.pages.js';

/** What the address of the calendar holds; what is not understood counts as not filled in. */
export const calendarQuery = z.object({
  view: z.enum(calendarViews).catch('month'),
  date: localDate.nullable().catch(null),
  municipality: z.uuid().nullable().catch(null),
  trainer: z.uuid().nullable().catch(null),
  room: z.uuid().nullable().catch(null),
});
export type CalendarQuery = z.infer<typeof calendarQuery>;

/** What the calendar can be narrowed down to; no trainers for those who do not choose one. */
export interface CalendarChoices {
  readonly municipalities: readonly { readonly id: string; readonly name: string }[];
  readonly trainers: readonly CalendarChoice[];
  readonly rooms: readonly CalendarChoice[];
}

export interface CalendarReader {
  readonly role: Actor['role'];
  readonly locale: Locale;
  readonly t: Translate;
  readonly now: Date;
}

/** Which parts the page needs. */
export function scopeOf(
  { view, date, municipality, trainer, room }: CalendarQuery,
  today: string,
): CalendarScope {
  const { first, last } = periodOf(view, date ?? today);
  return { first, last, municipalityId: municipality, trainerId: trainer, roomId: room };
}

/** The model of `sessions/calendar`. */
export function calendarPage(
  parts: readonly CalendarPart[],
  query: CalendarQuery,
  choices: CalendarChoices,
  reader: CalendarReader,
) {
  const { locale, t } = reader;
  const today = localDateOf(reader.now);
  const { view } = query;
  const date = query.date ?? today;
  const period = periodOf(view, date);
  const at = (changes: Partial<CalendarQuery>) => listAddress('/calendar', { ...query, date, ...changes });
  return {
    heading: headingOf(query, period, reader),
    views: calendarViews.map((name) => ({
      href: at({ view: name }),
      label: t(`calendar.view.${name}`),
      current: name === view,
    })),
    earlier: { href: at({ date: period.earlier }), label: t(`calendar.earlier.${view}`) },
    later: { href: at({ date: period.later }), label: t(`calendar.later.${view}`) },
    todayHref: today >= period.first && today <= period.last ? null : at({ date: today }),
    filterFields: filterFields(query, date, choices, t),
    dayNames: weeksIn({ first: today, last: today })[0]!.map((day) => formatDate(day, locale, 'dayName')),
    month: view === 'month' ? weeksIn(period).map((week) => monthWeek(week, period, parts, reader)) : null,
    week: view === 'week' ? weeksIn(period)[0]!.map((day) => dayOf(day, parts, reader)) : null,
    list: view === 'list' ? daysWithParts(parts).map((day) => dayOf(day, parts, reader)) : null,
    narrowed: narrowedTo(query, choices, t),
    summary: parts.length === 0 ? t('calendar.empty') : t('calendar.count', { count: parts.length }),
    feedsHref: reader.role === 'finance' ? null : '/calendar/feeds',
  };
}

/** Whose calendar it is, which on paper nothing else tells; null for all of the region. */
function narrowedTo(
  { municipality, trainer, room }: CalendarQuery,
  { municipalities, trainers, rooms }: CalendarChoices,
  t: Translate,
): string | null {
  const names = [
    municipalities.find(({ id }) => id === municipality),
    trainers.find(({ id }) => id === trainer),
    rooms.find(({ id }) => id === room),
  ].flatMap((found) => (found ? [found.name] : []));
  return names.length === 0 ? null : t('calendar.narrowed', { names: names.join(', ') });
}

function headingOf(
  { view }: CalendarQuery,
  { first, last }: { readonly first: string; readonly last: string },
  { locale, t }: CalendarReader,
): string {
  if (view === 'month') return formatDate(first, locale, 'month');
  if (view === 'list')
    return t('calendar.months', {
      first: formatDate(first, locale, 'month'),
      last: formatDate(last, locale, 'month'),
    });
  return t('calendar.week', {
    number: weekNumberOf(first),
    first: formatDate(first, locale, 'long'),
    last: formatDate(last, locale, 'long'),
  });
}

function monthWeek(
  week: readonly string[],
  period: { readonly first: string; readonly last: string },
  parts: readonly CalendarPart[],
  reader: CalendarReader,
) {
  return {
    // A day of another month holds nothing: it has its own page.
    days: week.map((day) => (day < period.first || day > period.last ? null : dayOf(day, parts, reader))),
  };
}

function dayOf(date: string, parts: readonly CalendarPart[], reader: CalendarReader) {
  const { role, locale, t, now } = reader;
  const today = localDateOf(now);
  const holiday = publicHolidaysOf(Number(date.slice(0, 4))).get(date);
  const items = parts.filter((part) => part.date === date);
  return {
    date,
    number: Number(date.slice(8)),
    label: formatDate(date, locale, 'day'),
    isToday: date === today,
    holiday: holiday ? t(`series.holiday.${holiday}`) : null,
    isQuiet: items.length === 0 && date !== today,
    items: items.map((part) => ({
      href: `/sessions/${part.sessionId}`,
      time: formatTimeRange(part.startTime, part.endTime),
      course: titleOf(part),
      place: part.place ? `${roomName(part.place)}, ${part.place.town}` : t('sessions.place.online'),
      trainers: part.trainers.join(', '),
      status: role === 'professional' ? ownStatus(part, reader) : statusBadge(part, reader),
    })),
  };
}

/** A professional looks for the own places first; whether a session goes ahead stands on its page. */
function ownStatus(part: CalendarPart, reader: CalendarReader) {
  const { t } = reader;
  const { enrolmentStatus } = part;
  if (enrolmentStatus === 'confirmed')
    return { kind: 'success' as const, label: t('sessions.own.confirmed') };
  if (enrolmentStatus) return { kind: 'warning' as const, label: t('calendar.noPlaceYet') };
  return statusBadge(part, reader);
}

/** 'Verdiepingstraining (2/4)'; a session of one part needs no number. */
export function titleOf({
  courseTitle,
  ordinal,
  partCount,
}: Pick<CalendarPart, 'courseTitle' | 'ordinal' | 'partCount'>): string {
  return partCount > 1 ? `${courseTitle} (${ordinal}/${partCount})` : courseTitle;
}

const daysWithParts = (parts: readonly CalendarPart[]): string[] => [
  ...new Set(parts.map(({ date }) => date)),
];

function filterFields(
  query: CalendarQuery,
  date: string,
  { municipalities, trainers, rooms }: CalendarChoices,
  t: Translate,
) {
  const select = (name: 'municipality' | 'trainer' | 'room', options: { value: string; label: string }[]) =>
    ({
      ...{ name, kind: 'select', label: `calendar.filter.${name}`, emptyLabel: 'sessions.list.any', options },
    }) as const satisfies FieldSpec;
  const specs: FieldSpec[] = [
    { name: 'view', kind: 'hidden', label: 'calendar.title' },
    { name: 'date', kind: 'date', label: 'calendar.filter.date' },
    select(
      'municipality',
      municipalities.map(({ id, name }) => ({ value: id, label: name })),
    ),
    ...(trainers.length === 0
      ? []
      : [
          select(
            'trainer',
            trainers.map((each) => optionOf(each, t)),
          ),
        ]),
    select(
      'room',
      rooms.map((each) => optionOf(each, t)),
    ),
  ];
  return buildForm(specs, { ...query, date }, [], t).fields;
}

const optionOf = ({ id, name, isArchived }: CalendarChoice, t: Translate) => ({
  value: id,
  label: isArchived ? `${name} (${t('archive.archived')})` : name,
});
