import { appointmentDetails, joiningDetails } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import { wordedLetter } from '../wording/worded-letter.js';
import type { Words } from '../wording/words.js';

/** The practical information, some time before the training begins. */
export function reminderLetter(
  to: { readonly name: string; readonly locale: Locale },
  words: Words,
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const details = [...appointmentDetails(appointment, to.locale, t), ...joiningDetails(appointment, t)];
  const action = { label: t('reminders.letter.action'), url: `${publicUrl}/enrolments` };
  return wordedLetter(words, to.name, { details, action }, t);
}
