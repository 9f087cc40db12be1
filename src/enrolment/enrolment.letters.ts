import type { Approver } from './decision.queries.js';
import type { MessageKey } from '../messages.js';
import type { Translate } from '../platform/i18n/translator.js';
import { formatInstant } from '../platform/i18n/format.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import { appointmentDetails, firstDay, joiningDetails } from './appointment.letters.js';
import type { Appointment } from './appointment.queries.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';

/** To whom a letter is and about which session. */
export interface Addressed {
  readonly name: string;
  readonly locale: Locale;
  readonly appointment: Appointment;
  readonly publicUrl: string;
}

/** There is a seat: straight away, or after waiting for it. */
export function confirmedLetter(to: Addressed, enrolmentId: string, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.confirmed.subject',
    paragraphs: [
      t('enrolment.confirmed.text', about(to)),
      t('enrolment.confirmed.calendar'),
      ...wishesAsked(to, enrolmentId, t),
    ],
    joins: true,
    closing: [t('enrolment.letter.cannotCome')],
  });
}

/** The session is full; `position` is the place in the order in which seats are given out (1 is next). */
export function waitlistedLetter(to: Addressed, position: number, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.waitlisted.subject',
    paragraphs: [
      t('enrolment.waitlisted.text', about(to)),
      t('enrolment.waitlisted.position', { position }),
      t('enrolment.waitlisted.next'),
    ],
    closing: [t('enrolment.waitlisted.leave')],
  });
}

/** The contact of the own municipality, or of the organisation, decides first. */
export function requestedLetter(to: Addressed, approvers: readonly Approver[], t: Translate): Letter {
  const by = approvers.some(({ accountId }) => accountId === null) ? 'organisation' : 'municipality';
  return letter(to, t, {
    subject: 'enrolment.requested.subject',
    paragraphs: [
      t('enrolment.requested.text', about(to)),
      t(`enrolment.requested.by.${by}`),
      t('enrolment.requested.next'),
    ],
    closing: [],
  });
}

/** Asks a contact whether someone may take part; `url` is where one decides. */
export function approvalLetter(
  to: Addressed,
  { accountId }: Approver,
  professional: string,
  url: string,
  t: Translate,
): Letter {
  return letter(to, t, {
    subject: 'enrolment.approval.subject',
    paragraphs: [t('enrolment.approval.text', { ...about(to), professional })],
    closing: [
      t('enrolment.approval.once'),
      ...(accountId === null ? [] : [t('enrolment.approval.onScreen')]),
    ],
    action: { label: t('enrolment.approval.action'), url },
  });
}

/** A seat has become free for who waited; `until` is the moment in words at which the offer ends. */
export function offeredLetter(to: Addressed, until: string, url: string, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.offered.subject',
    paragraphs: [t('enrolment.offered.text', about(to)), t('enrolment.offered.until', { until })],
    closing: [t('enrolment.offered.next')],
    action: { label: t('enrolment.offered.action'), url },
  });
}

/** The enrolment ended without the person's doing: refused, or an offer that nobody took. */
export function endedLetter(to: Addressed, reason: 'rejected' | 'offer-expired', t: Translate): Letter {
  return letter(to, t, {
    subject: `enrolment.ended.${reason}.subject`,
    paragraphs: [t(`enrolment.ended.${reason}.text`, about(to))],
    closing: [t(`enrolment.ended.${reason}.next`)],
    action: { label: t('enrolment.letter.otherDates'), url: `${to.publicUrl}/sessions` },
  });
}

/** Someone else has taken over the seat. */
export function handedOverLetter(to: Addressed, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.handedOver.subject',
    paragraphs: [t('enrolment.handedOver.text', about(to)), t('enrolment.cancelled.calendar')],
    closing: [t('enrolment.cancelled.mistake')],
  });
}

/** The person changed to another date, of which another letter tells. */
export function transferredLetter(to: Addressed, hadSeat: boolean, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.transferred.subject',
    paragraphs: [
      t('enrolment.transferred.text', about(to)),
      ...(hadSeat ? [t('enrolment.cancelled.calendar')] : []),
    ],
    closing: [],
  });
}

/** The seat is given up, or the wait. */
export function cancelledLetter(to: Addressed, hadSeat: boolean, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.cancelled.subject',
    paragraphs: [
      t(hadSeat ? 'enrolment.cancelled.text' : 'enrolment.cancelled.waitingText', about(to)),
      ...(hadSeat ? [t('enrolment.cancelled.calendar')] : []),
    ],
    closing: [t('enrolment.cancelled.mistake')],
  });
}

/** Date, time or place have changed; the enrolment stays as it is. */
export function movedLetter(
  to: Addressed,
  news: 'moved' | 'changed',
  status: EnrolmentStatus,
  t: Translate,
): Letter {
  return letter(to, t, {
    subject: 'enrolment.moved.subject',
    paragraphs: [
      t(`enrolment.${news}.text`, about(to)),
      ...(status === 'confirmed' ? [t('enrolment.moved.calendar')] : []),
      ...(status === 'waitlisted' ? [t('enrolment.moved.waiting')] : []),
    ],
    joins: status === 'confirmed',
    closing: [t('enrolment.letter.cannotCome')],
  });
}

/** The whole session is called off. */
export function calledOffLetter(to: Addressed, status: EnrolmentStatus, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.calledOff.subject',
    paragraphs: [
      t('enrolment.calledOff.text', about(to)),
      ...(status === 'confirmed' ? [t('enrolment.calledOff.calendar')] : []),
      ...(status === 'waitlisted' ? [t('enrolment.calledOff.waiting')] : []),
    ],
    closing: [t('enrolment.calledOff.next')],
    action: { label: t('enrolment.letter.otherDates'), url: `${to.publicUrl}/sessions` },
  });
}

/** To a contact: a session with people of the own municipality is moved or called off. */
export function contactLetter(
  to: Addressed,
  news: 'moved' | 'calledOff',
  people: number,
  t: Translate,
): Letter {
  const { sessionId } = to.appointment;
  return letter(to, t, {
    subject: `enrolment.${news}.subject`,
    paragraphs: [t(`enrolment.${news}.text`, about(to)), t(`enrolment.contact.${news}`, { count: people })],
    closing: [],
    action: { label: t('enrolment.contact.action'), url: `${to.publicUrl}/sessions/${sessionId}` },
  });
}

/** The session has begun without a seat for who waited. */
export function noSeatLetter(to: Addressed, t: Translate): Letter {
  return letter(to, t, {
    subject: 'enrolment.noSeat.subject',
    paragraphs: [t('enrolment.noSeat.text', about(to))],
    closing: [t('enrolment.calledOff.next')],
    action: { label: t('enrolment.letter.otherDates'), url: `${to.publicUrl}/sessions` },
  });
}

/** Where and until when wishes can be given, where the session asks for them. */
function wishesAsked({ appointment, locale, publicUrl }: Addressed, enrolmentId: string, t: Translate) {
  if (!appointment.asksWishes) return [];
  const until = formatInstant(appointment.firstStartsAt, locale);
  return [t('enrolment.confirmed.wishes', { until, url: `${publicUrl}/enrolments/${enrolmentId}/wishes` })];
}

function about({ appointment, locale }: Addressed) {
  return { course: appointment.courseTitle, date: firstDay(appointment, locale) };
}

function letter(
  to: Addressed,
  t: Translate,
  text: Pick<Letter, 'paragraphs' | 'closing'> & {
    subject: MessageKey;
    action?: Letter['action'];
    /** Whether the letter is to someone who comes, and so may know how to join on line. */
    joins?: boolean;
  },
): Letter {
  return {
    subject: t(text.subject, about(to)),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: text.paragraphs,
    details: [
      ...appointmentDetails(to.appointment, to.locale, t),
      ...(text.joins ? joiningDetails(to.appointment, t) : []),
    ],
    action: text.action ?? { label: t('enrolment.letter.action'), url: `${to.publicUrl}/enrolments` },
    closing: text.closing,
  };
}
