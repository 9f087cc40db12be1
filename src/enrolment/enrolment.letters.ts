import type { Approver } from './decision.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import { formatInstant } from '../platform/i18n/format.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import type { Words } from '../wording/words.js';
import { appointmentDetails, entryDetails, firstDay, joiningDetails } from './appointment.letters.js';
import type { Appointment } from './appointment.queries.js';
import type { EntryCode } from './entry-codes.service.js';
import type { EnrolmentStatus } from './enrolment-status.rules.js';

/** To whom a letter is and about which session. */
export interface Addressed {
  readonly name: string;
  readonly locale: Locale;
  readonly appointment: Appointment;
  readonly publicUrl: string;
}

/** There is a seat: straight away or after waiting for it. */
export function confirmedLetter(
  to: Addressed,
  words: Words,
  { enrolmentId, codes }: { readonly enrolmentId: string; readonly codes: readonly EntryCode[] },
  t: Translate,
): Letter {
  return letter(to, words, t, {
    paragraphs: [t('enrolment.confirmed.calendar'), ...wishesAsked(to, enrolmentId, t)],
    comesWith: codes,
  });
}

/** The session is full; `position` is the place in the order in which seats are given out (1 is next). */
export function waitlistedLetter(to: Addressed, words: Words, position: number, t: Translate): Letter {
  return letter(to, words, t, {
    paragraphs: [t('enrolment.waitlisted.position', { position }), t('enrolment.waitlisted.next')],
  });
}

/** The contact of the own municipality, or of the organisation, decides first. */
export function requestedLetter(
  to: Addressed,
  words: Words,
  approvers: readonly Approver[],
  t: Translate,
): Letter {
  const by = approvers.some(({ accountId }) => accountId === null) ? 'organisation' : 'municipality';
  return letter(to, words, t, {
    paragraphs: [t(`enrolment.requested.by.${by}`), t('enrolment.requested.next')],
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
  return {
    ...frame(to, t),
    subject: t('enrolment.approval.subject', about(to)),
    paragraphs: [t('enrolment.approval.text', { ...about(to), professional })],
    closing: [
      t('enrolment.approval.once'),
      ...(accountId === null ? [] : [t('enrolment.approval.onScreen')]),
    ],
    action: { label: t('enrolment.approval.action'), url },
  };
}

/** A seat has become free for who waited; `until` is the moment in words at which the offer ends. */
export function offeredLetter(to: Addressed, words: Words, until: string, url: string, t: Translate): Letter {
  return letter(to, words, t, {
    paragraphs: [t('enrolment.offered.until', { until })],
    closing: [t('enrolment.offered.next')],
    action: { label: t('enrolment.offered.action'), url },
  });
}

/** The enrolment ended without the person's doing: refused, or an offer that nobody took. */
export function endedLetter(to: Addressed, words: Words, t: Translate): Letter {
  return letter(to, words, t, { action: otherDates(to, t) });
}

/** Someone else has taken over the seat. */
export function handedOverLetter(to: Addressed, words: Words, t: Translate): Letter {
  return letter(to, words, t, { paragraphs: [t('enrolment.cancelled.calendar')] });
}

/** The seat is given up or the wait, or the person changed to another date, of which another letter tells. */
export function cancelledLetter(to: Addressed, words: Words, hadSeat: boolean, t: Translate): Letter {
  return letter(to, words, t, { paragraphs: hadSeat ? [t('enrolment.cancelled.calendar')] : [] });
}

/** Date, time or place have changed; the enrolment stays as it is. `codes` are null for who has no seat. */
export function movedLetter(
  to: Addressed,
  words: Words,
  { status, codes }: { readonly status: EnrolmentStatus; readonly codes: readonly EntryCode[] | null },
  t: Translate,
): Letter {
  return letter(to, words, t, {
    paragraphs: [
      ...(status === 'confirmed' ? [t('enrolment.moved.calendar')] : []),
      ...(status === 'waitlisted' ? [t('enrolment.moved.waiting')] : []),
    ],
    comesWith: codes,
  });
}

/** The whole session is called off. */
export function calledOffLetter(to: Addressed, words: Words, status: EnrolmentStatus, t: Translate): Letter {
  return letter(to, words, t, {
    paragraphs: [
      ...(status === 'confirmed' ? [t('enrolment.calledOff.calendar')] : []),
      ...(status === 'waitlisted' ? [t('enrolment.calledOff.waiting')] : []),
    ],
    action: otherDates(to, t),
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
  return {
    ...frame(to, t),
    subject: t(`enrolment.${news}.subject`, about(to)),
    paragraphs: [t(`enrolment.${news}.text`, about(to)), t(`enrolment.contact.${news}`, { count: people })],
    closing: [],
    action: { label: t('enrolment.contact.action'), url: `${to.publicUrl}/sessions/${sessionId}` },
  };
}

/** Where and until when wishes can be given, where the session asks for them. */
function wishesAsked({ appointment, locale, publicUrl }: Addressed, enrolmentId: string, t: Translate) {
  if (!appointment.asksWishes) return [];
  const until = formatInstant(appointment.firstStartsAt, locale);
  return [t('enrolment.confirmed.wishes', { until, url: `${publicUrl}/enrolments/${enrolmentId}/wishes` })];
}

const otherDates = ({ publicUrl }: Addressed, t: Translate) => ({
  label: t('enrolment.letter.otherDates'),
  url: `${publicUrl}/sessions`,
});

function about({ appointment, locale }: Addressed) {
  return { course: appointment.courseTitle, date: firstDay(appointment, locale) };
}

/** The words that a municipality may change, around what stands as it is. */
function letter(
  to: Addressed,
  words: Words,
  t: Translate,
  fixed: Partial<Pick<Letter, 'paragraphs' | 'closing' | 'action'>> & {
    /** The codes of someone who comes, and so may know how to join on line; null for anyone else. */
    comesWith?: readonly EntryCode[] | null;
  },
): Letter {
  const { details, action, ...rest } = frame(to, t);
  const { comesWith: codes = null } = fixed;
  const coming = codes ? [...joiningDetails(to.appointment, t), ...entryDetails(codes, to.locale, t)] : [];
  return {
    ...rest,
    subject: words.subject,
    paragraphs: [...words.opening, ...(fixed.paragraphs ?? []), ...words.practical],
    details: [...details, ...coming],
    action: fixed.action ?? action,
    closing: [...words.closing, ...(fixed.closing ?? [])],
    wording: words.versions,
  };
}

function frame(to: Addressed, t: Translate) {
  return {
    greeting: t('access.letter.greeting', { name: to.name }),
    details: appointmentDetails(to.appointment, to.locale, t),
    action: { label: t('enrolment.letter.action'), url: `${to.publicUrl}/enrolments` },
  };
}
