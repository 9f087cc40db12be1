import { z } from 'zod';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Translate } from '../platform/i18n/translator.js';
import { readForm, type SentForm } from '../platform/web/forms.js';
import { type ProblemCode, problems } from '../problems.js';
import type { Actor } from '../shared/actor.js';
import { versionForm } from './application.pages.js';
import { ApplicationQueries } from './application.queries.js';

/** At which field of a form the reader can put a refusal right; the form as a whole when it is no single one. */
function fieldOfApplication(code: ProblemCode): string | null {
  switch (code) {
    case 'application-reference-taken':
      return 'reference';
    case 'application-years-used':
      return 'firstYear';
    case 'application-line-twice':
      return 'year';
    case 'application-line-empty':
    case 'application-unknown-choice':
    case 'granted-over-asked':
    case 'changed-meanwhile':
      return '';
    case 'decision-number-taken':
      return 'decisionNumber';
    case 'decision-in-future':
    case 'decision-before-application':
      return 'decidedOn';
    case 'award-of-nothing':
    case 'award-below-divided':
      return 'amountCents';
    default:
      return null;
  }
}

export const pathOf = (applicationId: string) => `/grant-applications/${applicationId}`;

export const aboveOne = (application: { readonly id: string; readonly reference: string }, t: Translate) => [
  { href: '/grant-applications', label: t('applications.title') },
  { href: pathOf(application.id), label: t('applications.one', { reference: application.reference }) },
];

/** A button of a page sends the version that was looked at. */
export function versionIn(body: unknown): number {
  const form = readForm(versionForm, body);
  if (!form.ok) throw new DomainError('changed-meanwhile');
  return form.value.version;
}

/** A refusal at the field where it can be put right. @throws what cannot be put right in the form */
export function refused(error: unknown, body: unknown, t: Translate): Refused {
  const path = error instanceof DomainError ? fieldOfApplication(error.code) : null;
  if (!(error instanceof DomainError) || path === null) throw error;
  const { code } = error;
  const message =
    code === 'changed-meanwhile'
      ? t('applications.changedMeanwhile')
      : t(`problem.${code}.advice`, error.params);
  return { code, values: valuesIn(body), issues: [{ path, message }] };
}

/** What was sent, with its dotted names unfolded. */
function valuesIn(body: unknown): Record<string, unknown> {
  const form = readForm(z.looseObject({}), body);
  return form.ok ? form.value : form.values;
}

/** A form that was refused, and why. */
export interface Refused extends SentForm {
  readonly code: ProblemCode;
}

/** 400 for what is not filled in right, or the status of a refusal. */
export const httpStatusOf = (sent: SentForm | Refused): number =>
  'code' in sent ? problems[sent.code] : 400;

/** What was filled in on top of what someone else did meanwhile: sending it once more is a choice. */
export async function onTop(
  queries: ApplicationQueries,
  actor: Actor,
  applicationId: string,
  sent: Refused,
): Promise<Refused> {
  if (sent.code !== 'changed-meanwhile') return sent;
  const { version } = (await queries.look(actor, applicationId)).application;
  return { ...sent, values: { ...sent.values, version } };
}
