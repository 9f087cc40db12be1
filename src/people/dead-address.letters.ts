import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';

/** To who looks after someone: mail to their address does not arrive. */
export function deadAddressLetter(
  to: { readonly name: string; readonly deadName: string; readonly deadAddress: string },
  publicUrl: string,
  t: Translate,
): Letter {
  const about = { name: to.deadName, address: to.deadAddress };
  return {
    subject: t('people.deadAddress.subject', about),
    greeting: t('access.letter.greeting', { name: to.name }),
    paragraphs: [t('people.deadAddress.text', about), t('people.deadAddress.stopped')],
    details: [],
    action: { label: t('people.deadAddress.action'), url: `${publicUrl}/professionals` },
    closing: [t('people.deadAddress.next')],
  };
}
