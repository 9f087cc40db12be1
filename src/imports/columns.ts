import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import { optionalText, requiredText } from '../platform/web/fields.js';

const issue = (key: MessageKey, params: Record<string, string> = {}) =>
  ({ code: 'custom', params: { key, ...params } }) as const;

const CHOICE = 'imports.fault.choice' satisfies MessageKey;

/** 'ja' or 'nee'. */
export const yesNo = choice({ ja: true, nee: false });

/** One of a few words, in capitals or not; gives what each stands for. */
export function choice<T>(meanings: Readonly<Record<string, T>>) {
  return requiredText(60).transform((written, context) => {
    const found = Object.entries(meanings).find(([word]) => word === written.toLowerCase());
    if (found) return found[1];
    context.addIssue(issue(CHOICE, { choices: Object.keys(meanings).join(', ') }));
    return z.NEVER;
  });
}

/** The words to choose from in a column, as they stand in the message to who writes another one; null for free text. */
export function wordsOf(column: z.ZodType): string | null {
  for (const issue of column.safeParse('?').error?.issues ?? []) {
    if (issue.code !== 'custom') continue;
    if (issue.params?.['key'] === CHOICE) return String(issue.params['choices']);
  }
  return null;
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
