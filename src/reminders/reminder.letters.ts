import { appointmentDetails, entryDetails, joiningDetails } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { EntryCode } from '../enrolment/entry-codes.service.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import { wordedLetter } from '../wording/worded-letter.js';
import type { Words } from '../wording/words.js';

/** What there is to know beside the words: the session, the codes to come in with, and where the product is. */
interface Practical {
  readonly appointment: Appointment;
  readonly codes: readonly EntryCode[];
  readonly publicUrl: string;
}

/** The practical information, some time before the training begins. */
export function reminderLetter(
  to: { readonly name: string; readonly locale: Locale },
  words: Words,
  { appointment, codes, publicUrl }: Practical,
  t: Translate,
): Letter {
  const details = [
    ...appointmentDetails(appointment, to.locale, t),
    ...joiningDetails(appointment, t),
    ...entryDetails(codes, to.locale, t),
  ];
  const action = { label: t('reminders.letter.action'), url: `${publicUrl}/enrolments` };
  return wordedLetter(words, to.name, { details, action }, t);
}
