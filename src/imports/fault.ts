import type { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { MessageParams } from '../platform/i18n/translator.js';
import { withForbiddenMarked } from '../shared/text.js';

/** What is wrong in a file and where; null where it is about the whole line or the whole file. */
export interface Fault {
  /** Counted from 1, as a spreadsheet numbers its rows. */
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  /** The reason, to be worded in the reader's language by `validationMessages`. */
  readonly issue: z.core.$ZodIssue;
}

export type Place = Partial<Pick<Fault, 'line' | 'column' | 'value'>>;

/** A fault of our own, beside the ones that a schema finds. */
export function fault(key: MessageKey, params: MessageParams, place: Place = {}): Fault {
  const issue: z.core.$ZodIssue = { code: 'custom', path: [], message: '', params: { key, ...params } };
  return { line: place.line ?? null, column: place.column ?? null, value: place.value ?? null, issue };
}

/** What a page can show of a value: no forbidden characters, not longer than a glance. */
export function shown(value: string): string {
  const text = withForbiddenMarked(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
