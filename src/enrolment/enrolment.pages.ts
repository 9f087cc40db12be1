import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Notice } from '../platform/web/pages.js';
import { isNotOver, isToCome, waitingIsOver } from '../sessions/session-life.rules.js';
import type { Locale } from '../shared/locale.js';
import type { Appointment } from './appointment.queries.js';
import type { OwnEnrolment } from './enrolment.queries.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';
import { placeOf } from '../sessions/place.rules.js';
import { waitingInWords } from './waiting-odds.pages.js';
import type { Odds } from './waiting-odds.rules.js';

/** What someone hears who has just enrolled; `position` is the place in the waiting list, null for who does not wait. */
export function standingNotice(status: EnrolmentStatus, position: number | null): Notice {
  if (status === 'requested') return { kind: 'info', key: 'enrolment.done.requested' };
  return position === null
    ? { kind: 'ok', key: 'enrolment.done.confirmed' }
    : { kind: 'info', key: 'enrolment.done.waitlisted', params: { position } };
}

/** The parts of a training at one place, in words. */
interface Moments {
  readonly moments: string[];
  readonly place: string;
}

/** One of the reader's own trainings as a card. */
export interface EnrolmentCard {
  readonly title: string;
  readonly href: string;
  readonly status: { readonly kind: 'success' | 'warning' | 'error' | 'neutral'; readonly label: string };
  readonly when: readonly Moments[];
  /** The place in the waiting list, in words; null for who does not wait. */
  readonly waiting: string | null;
  readonly calendarHref: string | null;
  readonly offerHref: string | null;
  readonly substituteHref: string | null;
  readonly transferHref: string | null;
  readonly cancelHref: string | null;
  readonly wishesHref: string | null;
  readonly entryCodesHref: string | null;
  readonly certificateHref: string | null;
  /** For who waited in vain. */
  readonly otherDatesHref: string | null;
}

/** The reader's own trainings: those to come, the next one first, and the others, the newest first. */
export function ownTrainings(
  enrolments: readonly OwnEnrolment[],
  odds: ReadonlyMap<number, Odds | null>,
  now: Date,
  locale: Locale,
  t: Translate,
) {
  const isComing = (enrolment: OwnEnrolment) =>
    enrolment.status !== 'cancelled' &&
    enrolment.appointment.status !== 'cancelled' &&
    now < enrolment.appointment.lastEndsAt &&
    !waitedInVain(enrolment, now);
  const card = (enrolment: OwnEnrolment) => cardOf(enrolment, odds, now, locale, t);
  return {
    coming: enrolments.filter(isComing).map(card),
    earlier: enrolments
      .filter((enrolment) => !isComing(enrolment))
      .map(card)
      .reverse(),
  };
}

/** Whether the session began without a seat for who asked or waited for one. */
function waitedInVain({ status, appointment }: OwnEnrolment, now: Date): boolean {
  return status !== 'confirmed' && status !== 'cancelled' && waitingIsOver(appointment, now);
}

function cardOf(
  enrolment: OwnEnrolment,
  odds: ReadonlyMap<number, Odds | null>,
  now: Date,
  locale: Locale,
  t: Translate,
): EnrolmentCard {
  const { id, status, appointment, waitingPosition: position, certificateNumber } = enrolment;
  const toCome = isToCome(appointment, now);
  const inVain = waitedInVain(enrolment, now);
  return {
    title: appointment.courseTitle,
    href: `/sessions/${appointment.sessionId}`,
    status: statusOf(enrolment, now, t),
    when: momentsOf(appointment, locale, t),
    waiting: position === null || inVain ? null : waitingInWords(position, odds.get(position) ?? null, t),
    calendarHref: toCome && status === 'confirmed' ? `/enrolments/${id}/calendar.ics` : null,
    offerHref: status === 'offered' ? `/enrolments/${id}/offer` : null,
    substituteHref: toCome && status === 'confirmed' ? `/enrolments/${id}/substitution` : null,
    transferHref: toCome && status !== 'cancelled' ? `/enrolments/${id}/transfer` : null,
    cancelHref: toCome && status !== 'cancelled' ? `/enrolments/${id}/cancellation` : null,
    wishesHref: toCome && enrolment.asksWishes && status !== 'cancelled' ? `/enrolments/${id}/wishes` : null,
    entryCodesHref:
      status === 'confirmed' && isNotOver(appointment, now) ? `/enrolments/${id}/entry-codes` : null,
    certificateHref: certificateNumber === null ? null : `/certificates/${certificateNumber}/pdf`,
    otherDatesHref: inVain ? listAddress('/sessions', { q: appointment.courseTitle }) : null,
  };
}

function statusOf(enrolment: OwnEnrolment, now: Date, t: Translate): EnrolmentCard['status'] {
  const { status, appointment } = enrolment;
  if (appointment.status === 'cancelled') return { kind: 'error', label: t('enrolment.status.calledOff') };
  if (status === 'cancelled') return { kind: 'neutral', label: t('enrolment.status.cancelled') };
  if (waitedInVain(enrolment, now)) return { kind: 'neutral', label: t('enrolment.status.noSeat') };
  if (status !== 'confirmed') return { kind: 'warning', label: t(`enrolment.status.${status}`) };
  if (enrolment.awaitsFollowUp) return { kind: 'warning', label: t('enrolment.status.awaitsFollowUp') };
  return now < appointment.lastEndsAt
    ? { kind: 'success', label: t('enrolment.status.confirmed') }
    : { kind: 'neutral', label: t('enrolment.status.past') };
}

/** When and where: the moments at each place, one after the other. */
export function momentsOf({ parts }: Appointment, locale: Locale, t: Translate): Moments[] {
  const found: Moments[] = [];
  for (const part of parts) {
    const moment = `${formatDate(part.date, locale, 'weekday')}, ${formatTimeRange(part.startTime, part.endTime)}`;
    const place = placeOf(part) ?? t('enrolment.place.online');
    const last = found.at(-1);
    if (last?.place === place) last.moments.push(moment);
    else found.push({ moments: [moment], place });
  }
  return found;
}
