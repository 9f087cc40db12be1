import { DomainError } from '../platform/errors/domain-error.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { FieldIssue } from '../platform/web/forms.js';
import { InvalidInput } from '../platform/web/validation.pipe.js';
import { validationMessages } from '../platform/web/validation-messages.js';

/**
 * The issues of a refusal that the reader can put right in the form; every other error is thrown again.
 * `fieldOfClash` names the field to change when a trainer is needed elsewhere; it gets the part's place, from 0.
 */
export function planIssues(
  error: unknown,
  t: Translate,
  fieldOfClash: (part: number) => string,
): FieldIssue[] {
  if (error instanceof InvalidInput) return validationMessages(error.issues, t);
  if (!(error instanceof DomainError) || error.code !== 'trainer-double-booked') throw error;
  const path = fieldOfClash(Number(error.params['part']) - 1);
  return [{ path, message: t('sessions.fault.trainerBusy', error.params) }];
}
