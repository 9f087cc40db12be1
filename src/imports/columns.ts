import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import { localDate, requiredText } from '../platform/web/fields.js';

const issue = (key: MessageKey, params: Record<string, string> = {}) =>
  ({ code: 'custom', params: { key, ...params } }) as const;

/** A date as `14-01-2027`, `14/1/2027` or `2027-01-14`; gives `YYYY-MM-DD`. */
export const dutchDate = requiredText(20).transform((written, context) => {
  const dutch = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(written);
  const [, day = '', month = '', year = ''] = dutch ?? [];
  const date = localDate.safeParse(
    dutch ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : written,
  );
  if (date.success) return date.data;
  context.addIssue(issue('imports.fault.date'));
  return z.NEVER;
});

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
export const wordList = z.string().transform((written) => [
  ...new Set(
    written
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]);
