import { appointmentDetails, firstDay } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
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
  const { sessionId } = appointment;
  return {
    subject: words.subject,
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [...words.opening, ...words.practical],
    details: appointmentDetails(appointment, to.locale, t),
    action:
      to.waitsAt === null
        ? { label: t('demand.letter.action'), url: `${publicUrl}/sessions/${sessionId}` }
        : { label: t('demand.letter.change'), url: `${publicUrl}/enrolments/${to.waitsAt}/transfer` },
    closing: [
      ...words.closing,
      ...(to.waitsAt === null
        ? [t('demand.letter.seats'), t('demand.letter.otherList')]
        : [t('demand.letter.changeDate'), t('demand.letter.changeSeats')]),
    ],
    wording: words.versions,
  };
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
