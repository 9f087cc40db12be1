import { appointmentDetails, firstDay } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordedLetter } from '../wording/worded-letter.js';
import type { Words } from '../wording/words.js';
import type { Invitee, Invited } from './invitation.queries.js';

/** The invitation to a session, to someone who asked for its course. */
export function invitationLetter(
  to: Pick<Invitee, 'name' | 'locale' | 'waitsAt'>,
  words: Words,
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const details = appointmentDetails(appointment, to.locale, t);
  const action =
    to.waitsAt === null
      ? { label: t('demand.letter.action'), url: `${publicUrl}/sessions/${appointment.sessionId}` }
      : { label: t('demand.letter.change'), url: `${publicUrl}/enrolments/${to.waitsAt}/transfer` };
  const what =
    to.waitsAt === null
      ? [t('demand.letter.seats'), t('demand.letter.otherList')]
      : [t('demand.letter.changeDate'), t('demand.letter.changeSeats')];
  const letter = wordedLetter(words, to.name, { details, action }, t);
  return { ...letter, closing: [...letter.closing, ...what] };
}

/** The session is called off, to someone who was invited to it and did not enrol. */
export function calledOffLetter(
  to: Pick<Invited, 'name' | 'locale'>,
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const about = { course: appointment.courseTitle, date: firstDay(appointment, to.locale) };
  return {
    subject: t('enrolment.calledOff.subject', about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [t('demand.calledOff.text', about)],
    details: [],
    action: { label: t('enrolment.letter.otherDates'), url: `${publicUrl}/sessions` },
    closing: [t('demand.calledOff.stays')],
  };
}
