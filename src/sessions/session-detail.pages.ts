import {
  formatCents,
  formatDate,
  formatDateRange,
  formatInstant,
  formatTimeRange,
} from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { localDateOf } from '../shared/local-date.js';
import type { Locale } from '../shared/locale.js';
import { messageBadges } from '../shared/message-status.js';
import { hindranceOf } from './enrolment-hindrance.rules.js';
import { isToCome, movesParts, takesEnrolments, waitingIsOver } from './session-life.rules.js';
import { roomName } from './room-name.rules.js';
import {
  levelLabel,
  placesInWords,
  seatsInWords,
  statusBadge,
  type ListReader,
} from './session-list.pages.js';
import { nextSteps } from './session-steps.pages.js';
import type { Invitations } from './session-invitation.queries.js';
import type { SessionMessageRow } from './session-page.queries.js';
import type { PartPlace, SeatRow, SessionPartRow, SessionRow } from './session.queries.js';

/** How many of the newest messages the page of a session shows. */
export const MESSAGES_SHOWN = 25;

/** Everything that the page of a session may show; null where the reader gets none of it. */
export interface SessionDetail {
  readonly session: SessionRow;
  readonly parts: readonly SessionPartRow[];
  readonly seats: readonly SeatRow[] | null;
  readonly messages: { readonly total: number; readonly rows: readonly SessionMessageRow[] } | null;
  readonly invitations: Invitations | null;
  readonly waitingPosition: number | null;
  /** For which organisation an in-company session is. */
  readonly organisation: string | null;
  /** How many of the seats taken are those of guests. */
  readonly guests: number;
}

/** The model of `sessions/detail`. */
export function detailPage(detail: SessionDetail, reader: ListReader) {
  const { session, parts, seats, messages } = detail;
  const { t, locale, now } = reader;
  return {
    status: statusBadge(session, reader),
    summary: t('sessions.detail.summary', {
      level: levelLabel(session.level, t),
      dates: formatDateRange(session.dates, locale),
      venues: placesInWords(session, t),
    }),
    ownStatus: ownStatus(detail, reader),
    evaluationHref: evaluationOf(session),
    invitations: detail.invitations && invitationsOf(detail.invitations, session.id, t),
    steps: nextSteps(session, reader, now, t),
    facts: factsOf(detail, reader),
    parts: parts.map((part) => partItem(part, session, reader)),
    seats: seats && seatTable(seats, session, reader),
    messages: messages && messageTable(messages, reader),
    messagesHref: seats && listAddress('/messages', { session: session.id }),
  };
}

/** Whom opening the session will invite, or could, or how many were invited; null where there is nothing to tell. */
function invitationsOf({ asking, answersDemand, invited, seated }: Invitations, id: string, t: Translate) {
  if (asking !== null && answersDemand)
    return { text: t('sessions.invitations.toInvite', { count: asking }), action: null };
  if (asking !== null && asking > 0)
    return {
      text: t('sessions.invitations.asking', { count: asking }),
      action: `/sessions/${id}/demand-answer`,
    };
  return invited === 0
    ? null
    : { text: t('sessions.invitations.invited', { count: invited, seated }), action: null };
}

function ownStatus({ session, waitingPosition, organisation }: SessionDetail, { t, now }: ListReader) {
  if (session.enrolmentStatus === 'confirmed') return { kind: 'ok', text: t('sessions.own.confirmedText') };
  if (session.enrolmentStatus !== null && waitingIsOver(session, now))
    return { kind: 'info', text: t('sessions.own.noSeatText') };
  if (session.enrolmentStatus === 'requested' || session.enrolmentStatus === 'offered')
    return { kind: 'info', text: t(`sessions.own.${session.enrolmentStatus}Text`) };
  if (session.enrolmentStatus === 'waitlisted')
    return { kind: 'info', text: t('sessions.own.waitlistedText', { position: waitingPosition ?? 0 }) };
  if (session.reader && isToCome(session, now) && !takesEnrolments(session, now))
    return { kind: 'info', text: t('sessions.own.enrolmentOverText') };
  const hindrance = takesEnrolments(session, now) ? hindranceOf(session) : null;
  return (
    hindrance && {
      kind: 'info',
      text: t(`sessions.hindrance.${hindrance}Text`, { organisation: organisation ?? '' }),
    }
  );
}

/** Who had a seat is asked what they thought of it, once the session is closed. */
const evaluationOf = ({ status, enrolmentStatus, evaluationUrl }: SessionRow) =>
  status === 'closed' && enrolmentStatus === 'confirmed' ? evaluationUrl : null;

function factsOf({ session, guests }: SessionDetail, reader: ListReader) {
  const { role, locale, t } = reader;
  const fact = (name: FactName, value: string) => ({ label: t(`sessions.fact.${name}`), value });
  const organises = role === 'coordinator' || role === 'contact' || role === 'finance';
  return [
    fact(
      'seats',
      guests === 0
        ? seatsInWords(session, reader)
        : `${seatsInWords(session, reader)}. ${t('sessions.seats.guests', { count: guests, taken: session.seatsTaken })}`,
    ),
    ...(['enrolUntil', 'cancelUntil'] as const).flatMap((day) =>
      session[day] === null ? [] : [fact(day, formatDate(session[day], locale, 'long'))],
    ),
    ...(organises
      ? [
          fact('releaseOn', formatDate(session.releaseOn, locale, 'long')),
          fact('decideOn', formatDate(session.decideOn, locale, 'long')),
          fact('minimum', t('sessions.detail.minimum', { count: session.minimum })),
          fact('payer', session.payer),
        ]
      : []),
    ...(session.priceCents === null && !organises ? [] : [fact('price', priceText(session, locale, t))]),
  ];
}

type FactName =
  'seats' | 'enrolUntil' | 'cancelUntil' | 'releaseOn' | 'decideOn' | 'minimum' | 'payer' | 'price';

function priceText(
  { priceCents, priceIsDemo, priceIsAgreed }: SessionRow,
  locale: Locale,
  t: Translate,
): string {
  if (priceCents === null) return t('sessions.price.none');
  const amount = formatCents(BigInt(priceCents), locale);
  const told = priceIsDemo ? t('sessions.detail.demoAmount', { amount }) : amount;
  return priceIsAgreed ? told : t('sessions.price.listed', { amount: told });
}

function partItem(part: SessionPartRow, session: SessionRow, { role, locale, t, now }: ListReader) {
  const movable = role === 'coordinator' && movesParts(session.status, part, now);
  return {
    title: t('sessions.detail.part', { number: part.ordinal }),
    when: `${formatDate(part.date, locale, 'weekday')}, ${formatTimeRange(part.startTime, part.endTime)}`,
    place: part.place && placeItem(part.place),
    joiningLink: part.joiningLink,
    trainers:
      part.trainers.length === 0
        ? t('sessions.detail.noTrainer')
        : part.trainers.map(({ name }) => name).join(', '),
    move: movable
      ? {
          href: `/sessions/${session.id}/parts/${part.ordinal}`,
          label: t('sessions.detail.movePart', { number: part.ordinal }),
        }
      : null,
  };
}

function placeItem({ venue, room, address, town, accessibility, route }: PartPlace) {
  return {
    name: roomName({ venue, room }),
    address: address.includes(town) ? address : `${address}, ${town}`,
    ...{ accessibility, route },
  };
}

function seatTable(rows: readonly SeatRow[], session: SessionRow, { t, now }: ListReader) {
  return {
    rows: rows.map((row) => ({ ...row, pays: row.municipalityId === session.payerMunicipalityId })),
    waitingLabel: t(waitingIsOver(session, now) ? 'sessions.seatTable.noSeat' : 'sessions.seatTable.waiting'),
    isEmpty: rows.length === 0,
    released: rows.some(({ reserved }) => reserved > 0) && session.releaseOn <= localDateOf(now),
  };
}

function messageTable(
  { total, rows }: { readonly total: number; readonly rows: readonly SessionMessageRow[] },
  { locale, t }: ListReader,
) {
  return {
    shown: total > rows.length ? t('sessions.messages.shown', { shown: rows.length, total }) : null,
    isEmpty: rows.length === 0,
    rows: rows.map(({ id, subject, toName, status, createdAt }) => ({
      href: `/messages/${id}`,
      subject,
      toName,
      at: formatInstant(createdAt, locale),
      status: { kind: messageBadges[status], label: t(`mail-log.status.${status}`) },
    })),
  };
}
