import { z } from 'zod';
import { courseLevels, type CourseLevel } from '../courses/course-level.rules.js';
import { formatDate, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate, optionalText } from '../platform/web/fields.js';
import { buildForm, type Field, type FieldSpec } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { MessageKey } from '../messages.js';
import type { Actor } from '../shared/actor.js';
import { localDateOf } from '../shared/local-date.js';
import type { Locale } from '../shared/locale.js';
import { sessionOrders, sessionShows, type SessionFilter, type SessionShow } from './session-filter.rules.js';
import { hindranceOf } from './enrolment-hindrance.rules.js';
import {
  asksDecision,
  shownStatus,
  waitingIsOver,
  type SessionStand,
  isToCome,
  takesEnrolments,
} from './session-life.rules.js';
import type { SessionRow } from './session.queries.js';

export const SESSIONS_PER_PAGE = 50;

/** The filters of the list as its address holds them; what is not understood counts as not filled in. */
export const sessionListQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  show: z.enum(sessionShows).nullable().catch(null),
  level: z.enum(courseLevels).nullable().catch(null),
  municipality: z.uuid().nullable().catch(null),
  from: localDate.nullable().catch(null),
  order: z.enum(sessionOrders).catch('date'),
});
export type SessionListQuery = z.infer<typeof sessionListQuery>;

/** What the list shows to this reader; a professional sees first what is open to enrol in. */
export function filterOf(query: SessionListQuery, { role }: Pick<Actor, 'role'>): SessionFilter {
  const { q, level, municipality, from, order } = query;
  const show = query.show ?? (role === 'professional' ? 'enrollable' : 'active');
  return { q, show, level, municipalityId: municipality, from, order };
}

export interface ListReader {
  readonly role: Actor['role'];
  readonly locale: Locale;
  readonly t: Translate;
  readonly now: Date;
}

/** The model of `sessions/list`. */
export function listPage(
  found: { readonly rows: readonly SessionRow[]; readonly total: number },
  query: SessionListQuery,
  municipalities: readonly { readonly id: string; readonly name: string }[],
  reader: ListReader,
) {
  const { t } = reader;
  const filter = filterOf(query, reader);
  const schedules = reader.role === 'coordinator';
  return {
    filterFields: filterFields(filter, municipalities, reader),
    sessions: found.rows.map((row) => listItem(row, reader)),
    pagination: pagination(found.total, query.page, SESSIONS_PER_PAGE, (page) =>
      listAddress('/sessions', { ...query, page }),
    ),
    newHref: schedules ? '/sessions/new' : null,
    empty: emptyState(query, schedules, t),
  };
}

/** Why there is nothing in the list: it was searched for, or nothing is planned. */
function emptyState(query: SessionListQuery, schedules: boolean, t: Translate) {
  const { q, show, level, municipality, from } = query;
  const searched = [q, show, level, municipality, from].some((chosen) => chosen !== null);
  const who = schedules ? 'Coordinator' : 'Others';
  return {
    title: t(searched ? 'sessions.list.emptyTitle' : 'sessions.list.noneTitle'),
    text: t(searched ? `sessions.list.empty${who}` : `sessions.list.none${who}`),
    action: schedules
      ? { href: '/sessions/new', label: t('sessions.list.new') }
      : { href: '/sessions?show=all', label: t('sessions.list.showAll') },
  };
}

/** What the session is called now, with the colour of its badge. */
export function statusBadge(
  session: SessionStand & Pick<SessionRow, 'enrolmentEndsAt'>,
  { t, now }: Pick<ListReader, 't' | 'now'>,
) {
  const kinds = {
    ...{ draft: 'neutral', open: 'success', full: 'warning', confirmed: 'success' },
    ...{ 'in-progress': 'success', ended: 'warning', closed: 'neutral', cancelled: 'error' },
  } as const;
  const shown = shownStatus(session, now);
  if (shown === 'open' && !takesEnrolments(session, now))
    return { kind: 'neutral', label: t('sessions.status.enrolmentEnded') } as const;
  // Who looks at a full session wants to know all the same whether it goes ahead.
  const name = shown === 'full' && session.status === 'confirmed' ? 'confirmedFull' : shown;
  return { kind: kinds[shown], label: t(`sessions.status.${name}`) };
}

/** The seats of a session in words: '4 van 16 plaatsen vrij', 'vol, 3 wachtenden'; once it has begun those that were taken. */
export function seatsInWords(session: SessionRow, { t, now }: Pick<ListReader, 't' | 'now'>): string {
  const { capacity, seatsTaken, waitingCount } = session;
  if (session.status === 'cancelled') return t('sessions.seats.calledOff');
  if (session.status !== 'draft' && !isToCome(session, now))
    return t('sessions.seats.taken', { taken: seatsTaken, capacity });
  const free = capacity - seatsTaken;
  const seats = free <= 0 ? t('sessions.seats.full') : t('sessions.seats.free', { free, capacity });
  if (waitingCount === 0 || waitingIsOver(session, now)) return seats;
  return `${seats}, ${t('sessions.seats.waiting', { count: waitingCount })}`;
}

/** The venues by name, and that it is on line as far as it is. */
export function placesInWords(
  { venues, online }: Pick<SessionRow, 'venues' | 'online'>,
  t: Translate,
): string {
  return [...(venues === null ? [] : [venues]), ...(online ? [t('sessions.place.online')] : [])].join(', ');
}

export const levelLabel = (level: CourseLevel, t: Translate): string => t(`sessions.level.${level}`);

function listItem(row: SessionRow, reader: ListReader) {
  const { locale, t } = reader;
  return {
    href: `/sessions/${row.id}`,
    course: row.courseTitle,
    level: levelLabel(row.level, t),
    dates: formatDateRange(row.dates, locale),
    venues: placesInWords(row, t),
    seats: seatsInWords(row, reader),
    status: statusBadge(row, reader),
    note: noteOf(row, reader),
  };
}

function noteOf(row: SessionRow, reader: ListReader): string | null {
  const { role, locale, t, now } = reader;
  if (role === 'trainer' && row.trainedByReader) return t('sessions.list.ownTraining');
  if (role !== 'coordinator' || row.status !== 'open') return ownNote(row, reader);
  const date = formatDate(row.decideOn, locale, 'long');
  return t(asksDecision(row, localDateOf(now)) ? 'sessions.list.decideNow' : 'sessions.list.decideOn', {
    date,
  });
}

function ownNote(row: SessionRow, { t, now }: ListReader): string | null {
  if (row.enrolmentStatus === null) {
    const hindrance = takesEnrolments(row, now) ? hindranceOf(row) : null;
    return hindrance && t(`sessions.hindrance.${hindrance}`);
  }
  const inVain = row.enrolmentStatus !== 'confirmed' && waitingIsOver(row, now);
  return t(inVain ? 'sessions.own.noSeat' : `sessions.own.${row.enrolmentStatus}`);
}

function filterFields(
  filter: SessionFilter,
  municipalities: readonly { readonly id: string; readonly name: string }[],
  { role, t }: ListReader,
): Field[] {
  const shows = sessionShows.filter(
    (show) => role === 'coordinator' || (show !== 'draft' && show !== 'to-decide'),
  );
  const specs: FieldSpec[] = [
    { name: 'q', kind: 'text', label: 'sessions.list.search' },
    {
      name: 'show',
      kind: 'select',
      label: 'sessions.list.show',
      options: shows.map((show) => ({ value: show, label: t(showLabels[show]) })),
    },
    {
      name: 'level',
      kind: 'select',
      label: 'sessions.list.level',
      options: courseLevels.map((level) => ({ value: level, label: levelLabel(level, t) })),
    },
    {
      name: 'municipality',
      kind: 'select',
      label: 'sessions.list.municipality',
      options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'from', kind: 'date', label: 'sessions.list.from' },
    {
      name: 'order',
      kind: 'select',
      label: 'sessions.list.order',
      options: sessionOrders.map((order) => ({
        value: order,
        label: t(order === 'date' ? 'sessions.list.earliestFirst' : 'sessions.list.latestFirst'),
      })),
    },
  ];
  const values = { ...filter, municipality: filter.municipalityId };
  return buildForm(specs, values, [], t).fields.map((field) => withEmptyChoice(field, t));
}

/** A filter that is always set offers no empty choice; in the others the empty choice means 'all'. */
function withEmptyChoice(field: Field, t: Translate): Field {
  const always = field.name === 'show' || field.name === 'order';
  const options = field.options
    .filter(({ value }) => value !== '' || !always)
    .map((option) => (option.value === '' ? { ...option, label: t('sessions.list.any') } : option));
  return { ...field, options };
}

const showLabels = {
  enrollable: 'sessions.show.enrollable',
  active: 'sessions.show.active',
  all: 'sessions.show.all',
  'to-decide': 'sessions.show.toDecide',
  draft: 'sessions.status.draft',
  open: 'sessions.status.open',
  full: 'sessions.status.full',
  confirmed: 'sessions.status.confirmed',
  'in-progress': 'sessions.status.in-progress',
  ended: 'sessions.status.ended',
  closed: 'sessions.status.closed',
  cancelled: 'sessions.status.cancelled',
} as const satisfies Record<SessionShow, MessageKey>;
