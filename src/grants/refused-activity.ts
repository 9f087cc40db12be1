import { DomainError } from '../platform/errors/domain-error.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { SentForm } from '../platform/web/forms.js';
import { type ProblemCode, problems } from '../problems.js';
import { fieldOfActivity } from './activities.pages.js';

/** A form that was refused, and why. */
export interface RefusedActivity extends SentForm {
  readonly code: ProblemCode;
}

/** A refusal at the field where it can be put right. @throws what cannot be put right in the form */
export function refusedActivity(error: unknown, body: unknown, t: Translate): RefusedActivity {
  const path = error instanceof DomainError ? fieldOfActivity(error.code) : null;
  if (!(error instanceof DomainError) || path === null) throw error;
  const { code } = error;
  const message =
    code === 'changed-meanwhile'
      ? t('grants.activity.changedMeanwhile')
      : t(`problem.${code}.advice`, error.params);
  return { code, values: body as Record<string, unknown>, issues: [{ path, message }] };
}

/** 400 for what is not filled in right, or the status of a refusal. */
export const statusOf = (sent: SentForm | RefusedActivity): number =>
  'code' in sent ? problems[sent.code] : 400;
