import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import { optionalText, requiredText } from '../platform/web/fields.js';

const issue = (key: MessageKey, params: Record<string, string> = {}) =>
  ({ code: 'custom', params: { key, ...params } }) as const;

/** 'ja' or 'nee'. */
export const yesNo = choice({ ja: true, nee: false });

/** One of a few words, in capitals or not; gives what each stands for. */
export function choice<T>(meanings: Readonly<Record<string, T>>) {
  return requiredText(60).transform((written, context) => {
    const found = Object.entries(meanings).find(([word]) => word === written.toLowerCase());
    if (found) return found[1];
    context.addIssue(issue('imports.fault.choice', { choices: Object.keys(meanings).join(', ') }));
    return z.NEVER;
  });
}

/** Words separated by `|`, each once; an empty cell gives none. */
export const wordList = optionalText(2000).transform((written) => [
  ...new Set(
    (written ?? '')
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]);
