import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';

/** The mail with the link to sign in. */
export function signInLetter(name: string, url: string, t: Translate): Letter {
  return {
    subject: t('access.link.subject'),
    greeting: t('access.letter.greeting', { name }),
    paragraphs: [t('access.link.text')],
    details: [],
    action: { label: t('access.link.action'), url },
    closing: [t('access.link.notYou')],
  };
}
