import { appointmentDetails, firstDay } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';

/** The invitation to a follow-up day. */
export function invitationLetter(
  to: { readonly name: string; readonly locale: Locale },
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const about = { course: appointment.courseTitle, date: firstDay(appointment, to.locale) };
  return {
    subject: t('follow-up.letter.subject', about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [t('follow-up.letter.text'), t('follow-up.letter.invitation', about)],
    details: appointmentDetails(appointment, to.locale, t),
    action: { label: t('follow-up.letter.action'), url: `${publicUrl}/sessions/${appointment.sessionId}` },
    closing: [t('follow-up.letter.closing')],
  };
}
