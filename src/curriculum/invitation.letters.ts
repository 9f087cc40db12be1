import { firstDay } from '../enrolment/appointment.letters.js';
import type { Appointment } from '../enrolment/appointment.queries.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { ToMail } from './invitees.queries.js';

/** How many dates a mail names; the page has the others. */
const MOST_DATES = 8;

/** The invitation to take the training that the curriculum asks for, with the dates that one can choose from. */
export function invitationLetter(
  { name, locale, level }: Pick<ToMail, 'name' | 'locale' | 'level'>,
  sessions: readonly Appointment[],
  publicUrl: string,
  t: Translate,
): Letter {
  const more = sessions.length - MOST_DATES;
  return {
    subject: t('curriculum.letter.subject'),
    greeting: t('access.letter.greeting', { name }),
    paragraphs: [
      t('curriculum.letter.text', { level: t(`courses.level.${level}`).toLowerCase() }),
      t('curriculum.letter.choose'),
    ],
    details: sessions.slice(0, MOST_DATES).map((session) => ({
      label: firstDay(session, locale),
      value: session.courseTitle,
    })),
    action: { label: t('curriculum.letter.action'), url: `${publicUrl}/sessions?level=${level}` },
    closing: [
      ...(more > 0 ? [t('curriculum.letter.more', { count: more })] : []),
      t('curriculum.letter.seats'),
    ],
  };
}
