import { appointmentDetails, firstDay, joiningDetails } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';

/** The practical information, some time before the training begins. */
export function reminderLetter(
  to: { readonly name: string; readonly locale: Locale },
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const about = { course: appointment.courseTitle, date: firstDay(appointment, to.locale) };
  return {
    subject: t('reminders.letter.subject', about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [t('reminders.letter.text', about)],
    details: [...appointmentDetails(appointment, to.locale, t), ...joiningDetails(appointment, t)],
    action: { label: t('reminders.letter.action'), url: `${publicUrl}/enrolments` },
    closing: [t('reminders.letter.cannotCome')],
  };
}
