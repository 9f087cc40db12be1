import { formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import { placeOf } from '../sessions/place.rules.js';
import type { Locale } from '../shared/locale.js';
import type { OpenSession } from './open-session.queries.js';

/** The mail with the link to enrol. It says the same to everyone: whoever reads along learns nothing about who is known. */
export function enrolmentLinkLetter(session: OpenSession, url: string, locale: Locale, t: Translate): Letter {
  const about = { course: session.courseTitle, date: formatDate(session.dates[0]!, locale, 'weekday') };
  return {
    subject: t('online-enrolment.letter.subject', about),
    greeting: t('online-enrolment.letter.greeting'),
    paragraphs: [t('online-enrolment.letter.text', about)],
    details: session.parts.map((part) => ({
      label: formatDate(part.date, locale, 'weekday'),
      value: [
        formatTimeRange(part.startTime, part.endTime),
        placeOf(part) ?? t('enrolment.place.online'),
      ].join(', '),
    })),
    action: { label: t('online-enrolment.letter.action'), url },
    closing: [t('online-enrolment.letter.once'), t('access.link.notYou')],
  };
}
