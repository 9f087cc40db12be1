import { z } from 'zod';
import { formatDate, formatDateRange, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { emailAddress, optionalText } from '../platform/web/fields.js';
import { buildForm, type Field, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import { roomName } from '../sessions/room-name.rules.js';
import { takesEnrolments } from '../sessions/session-life.rules.js';
import type { Locale } from '../shared/locale.js';
import type { OpenPart, OpenSession, OpenSessionRow } from './open-session.queries.js';

export const OPEN_SESSIONS_PER_PAGE = 50;

/** The address of the list; what is not understood counts as not filled in. */
export const openSessionsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  region: z.uuid().nullable().catch(null),
});
/** The one thing that someone fills in who is not signed in. */
export const addressForm = z.object({ email: emailAddress });

interface Reader {
  readonly locale: Locale;
  readonly t: Translate;
}

/** The model of `online-enrolment/open-sessions`. */
export function openSessionsPage(
  found: { readonly total: number; readonly rows: readonly OpenSessionRow[] },
  query: z.output<typeof openSessionsQuery>,
  regions: readonly { readonly id: string; readonly name: string }[],
  reader: Reader,
) {
  const { t } = reader;
  const searched = query.q !== null || query.region !== null;
  return {
    demo: found.rows.some(({ regionIsDemo }) => regionIsDemo),
    filterFields: filterFields(query, regions, t),
    sessions: found.rows.map((row) => ({
      href: `/open-sessions/${row.id}`,
      course: row.courseTitle,
      level: t(`sessions.level.${row.level}`),
      dates: formatDateRange(row.dates, reader.locale),
      places: placesOf(row, t),
      region: regions.length > 1 ? row.regionName : null,
      seats: seatsOf(row, t),
    })),
    pagination: pagination(found.total, query.page, OPEN_SESSIONS_PER_PAGE, (page) =>
      listAddress('/open-sessions', { ...query, page }),
    ),
    empty: {
      title: t(searched ? 'online-enrolment.list.noneFoundTitle' : 'online-enrolment.list.noneTitle'),
      text: t(searched ? 'online-enrolment.list.noneFound' : 'online-enrolment.list.none'),
      action: searched ? { href: '/open-sessions', label: t('online-enrolment.list.all') } : null,
    },
  };
}

/** The model of `online-enrolment/open-session`; `ownHref` leads who is signed in to the same session in their own pages. */
export function openSessionPage(
  session: OpenSession,
  sent: SentForm,
  { locale, t, now, ownHref }: Reader & { readonly now: Date; readonly ownHref: string | null },
) {
  const open = takesEnrolments(session, now);
  return {
    demo: session.regionIsDemo,
    summary: [
      t(`sessions.level.${session.level}`),
      formatDateRange(session.dates, locale),
      placesOf(session, t),
    ].join(' · '),
    open,
    ownHref: open ? ownHref : null,
    form:
      open && ownHref === null
        ? {
            ...buildForm([ADDRESS], sent.values, sent.issues, t),
            action: `/open-sessions/${session.id}/link`,
            submit: t(
              session.seatsTaken < session.capacity
                ? 'online-enrolment.session.enrol'
                : 'online-enrolment.session.wait',
            ),
          }
        : null,
    seats: open ? seatsOf(session, t) : null,
    facts: open ? factsOf(session, locale, t) : [],
    parts: session.parts.map((part) => partItem(part, locale, t)),
  };
}

const ADDRESS: FieldSpec = {
  name: 'email',
  kind: 'email',
  label: 'access.signIn.email',
  description: 'online-enrolment.session.emailHelp',
  required: true,
  autocomplete: 'email',
};

function factsOf(session: OpenSession, locale: Locale, t: Translate) {
  const { functions, restrictedAudience, entryLevel, needsApproval } = session;
  const named = functions.map((each) => each[locale]).join(', ');
  return [
    {
      label: t('online-enrolment.session.for'),
      value: restrictedAudience ?? (named === '' ? t('online-enrolment.session.forAll') : named),
    },
    ...(entryLevel === null
      ? []
      : [
          {
            label: t('online-enrolment.session.entry'),
            value: t('online-enrolment.session.entryLevel', { level: t(`sessions.level.${entryLevel}`) }),
          },
        ]),
    ...(!needsApproval
      ? []
      : [
          {
            label: t('online-enrolment.session.approval'),
            value: t('online-enrolment.session.approvalNeeded'),
          },
        ]),
  ];
}

/** The seats in words: how many are free and whether some are held, or how many wait. */
function seatsOf(session: OpenSessionRow, t: Translate): string {
  const { capacity, seatsTaken, waitingCount, holdsSeats } = session;
  const free = capacity - seatsTaken;
  if (free > 0)
    return [
      t('online-enrolment.seats.free', { count: free }),
      ...(holdsSeats ? [t('online-enrolment.seats.held')] : []),
    ].join(' ');
  return waitingCount === 0
    ? t('online-enrolment.seats.full')
    : t('online-enrolment.seats.waiting', { count: waitingCount });
}

function placesOf({ venues, online }: OpenSessionRow, t: Translate): string {
  return [...(venues === null ? [] : [venues]), ...(online ? [t('sessions.place.online')] : [])].join(', ');
}

function partItem({ ordinal, date, startTime, endTime, place }: OpenPart, locale: Locale, t: Translate) {
  return {
    title: t('sessions.detail.part', { number: ordinal }),
    when: `${formatDate(date, locale, 'weekday')}, ${formatTimeRange(startTime, endTime)}`,
    place: place && {
      name: roomName(place),
      address: place.address.includes(place.town) ? place.address : `${place.address}, ${place.town}`,
      ...{ accessibility: place.accessibility, route: place.route },
    },
  };
}

function filterFields(
  { q, region }: z.output<typeof openSessionsQuery>,
  regions: readonly { readonly id: string; readonly name: string }[],
  t: Translate,
): readonly Field[] {
  const options = regions.map(({ id, name }) => ({ value: id, label: name }));
  const search: FieldSpec = { name: 'q', kind: 'text', label: 'online-enrolment.list.search' };
  const choice: FieldSpec = {
    ...{ name: 'region', kind: 'select', label: 'online-enrolment.list.region', options },
    emptyLabel: 'online-enrolment.list.allRegions',
  };
  const specs = regions.length > 1 ? [search, choice] : [search];
  return buildForm(specs, { q: q ?? '', region: region ?? '' }, [], t).fields;
}
