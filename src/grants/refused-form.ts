import { DomainError } from '../platform/errors/domain-error.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { FieldIssue } from '../platform/web/forms.js';
import { fieldOfRefusal } from './invoice-fields.pages.js';

/** A refusal at the field where it can be put right. @throws what cannot be put right in the form */
export function issueOf(error: unknown, t: Translate): FieldIssue {
  const path = error instanceof DomainError ? fieldOfRefusal(error.code) : null;
  if (!(error instanceof DomainError) || path === null) throw error;
  return { path, message: t(`problem.${error.code}.advice`, error.params) };
}
