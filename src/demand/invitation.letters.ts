import { appointmentDetails, firstDay } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Invitee } from './invitation.queries.js';

/** The invitation to a session, to someone who asked for its course. */
export function invitationLetter(
  to: Pick<Invitee, 'name' | 'locale' | 'leavesListFirst'>,
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const about = { course: appointment.courseTitle, date: firstDay(appointment, to.locale) };
  return {
    subject: t('demand.letter.subject', about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [t('demand.letter.text', about)],
    details: appointmentDetails(appointment, to.locale, t),
    action: { label: t('demand.letter.action'), url: `${publicUrl}/sessions/${appointment.sessionId}` },
    closing: [
      t('demand.letter.seats'),
      t(to.leavesListFirst ? 'demand.letter.leaveListFirst' : 'demand.letter.otherList'),
    ],
  };
}
