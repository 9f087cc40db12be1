import { appointmentDetails, firstDay } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import { wordedLetter } from '../wording/worded-letter.js';
import type { Words } from '../wording/words.js';

interface Invited {
  readonly name: string;
  readonly locale: Locale;
}

/** The invitation to a follow-up day. */
export function invitationLetter(
  to: Invited,
  words: Words,
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const details = appointmentDetails(appointment, to.locale, t);
  const action = {
    label: t('follow-up.letter.action'),
    url: `${publicUrl}/sessions/${appointment.sessionId}`,
  };
  return wordedLetter(words, to.name, { details, action }, t);
}

/** The day is called off, to someone who was invited and did not enrol. */
export function calledOffLetter(
  to: Invited,
  appointment: Appointment,
  publicUrl: string,
  t: Translate,
): Letter {
  const about = aboutDay(appointment, to);
  return {
    subject: t('enrolment.calledOff.subject', about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [t('follow-up.calledOff.text', about)],
    details: [],
    action: { label: t('enrolment.letter.otherDates'), url: `${publicUrl}/sessions` },
    closing: [t('enrolment.calledOff.next')],
  };
}

function aboutDay(appointment: Appointment, { locale }: Invited) {
  return { course: appointment.courseTitle, date: firstDay(appointment, locale) };
}
