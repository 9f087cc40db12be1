import { messages, type MessageKey } from '../../messages.js';
import type { Translate } from './translator.js';

type Group = 'deed.action' | 'deed.subject' | 'deed.field' | 'job' | 'mail.reason' | 'courses.level';

/** What people call a code that a row holds. Rows outlive releases: an unknown code stands as it is. */
export function nameOf(group: Group, code: string, t: Translate): string {
  const key = `${group}.${code}`;
  return isKey(key) ? t(key) : code;
}

/** Choices for a filter, in the order of their names. */
export function choicesOf(group: Group, codes: readonly string[], t: Translate) {
  return codes
    .map((value) => ({ value, label: nameOf(group, value, t) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
}

function isKey(key: string): key is MessageKey {
  return key in messages.nl;
}
