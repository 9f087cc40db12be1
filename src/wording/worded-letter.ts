import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import type { Words } from './words.js';

/** A letter in the words that a region or municipality may change, around what stands as it is. */
export function wordedLetter(
  { subject, opening, practical, closing, versions }: Words,
  name: string,
  fixed: Pick<Letter, 'details' | 'action'>,
  t: Translate,
): Letter {
  return {
    ...{ subject, ...fixed, closing, wording: versions },
    greeting: t('access.letter.greeting', { name }),
    paragraphs: [...opening, ...practical],
  };
}
