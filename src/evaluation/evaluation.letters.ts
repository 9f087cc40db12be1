import type { Translate } from '../platform/i18n/translator.js';
import type { Letter } from '../platform/mail/letter.js';
import { wordedLetter } from '../wording/worded-letter.js';
import type { Words } from '../wording/words.js';

/** Asks someone to answer questions about a training, behind a link that works once. */
export function evaluationLetter(name: string, words: Words, url: string, t: Translate): Letter {
  const letter = wordedLetter(
    words,
    name,
    { details: [], action: { label: t('evaluation.letter.action'), url } },
    t,
  );
  return { ...letter, closing: [...letter.closing, t('evaluation.letter.anonymous')] };
}
