import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Locale } from '../shared/locale.js';
import type { DueLetter } from './needs-poll.queries.js';

type About = Pick<DueLetter, 'title' | 'closesOn' | 'organisation' | 'contactName'>;

/** Asks the central contact of an organisation how many people need which courses. */
export function pollLetter(about: About, url: string, locale: Locale, t: Translate): Letter {
  return letterWith('demand.poll.letter.text', about, url, locale, t);
}

/** The same once more, to who did not answer. */
export function pollReminderLetter(about: About, url: string, locale: Locale, t: Translate): Letter {
  return letterWith('demand.poll.letter.reminder', about, url, locale, t);
}

function letterWith(
  text: 'demand.poll.letter.text' | 'demand.poll.letter.reminder',
  { title, closesOn, organisation, contactName }: About,
  url: string,
  locale: Locale,
  t: Translate,
): Letter {
  const params = { title, organisation, until: formatDate(closesOn, locale, 'long') };
  const reminds = text === 'demand.poll.letter.reminder';
  return {
    subject: t(reminds ? 'demand.poll.letter.reminderSubject' : 'demand.poll.letter.subject', params),
    greeting: t('access.letter.greeting', { name: contactName }),
    paragraphs: [t(text, params), t('demand.poll.letter.numbers')],
    details: [],
    action: { label: t('demand.poll.letter.action'), url },
    closing: [t('demand.poll.letter.closing', params)],
  };
}
