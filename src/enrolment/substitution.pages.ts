import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { emailAddress } from '../platform/web/fields.js';
import { buildForm, type FieldIssue, type FieldSpec } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { momentsOf } from './enrolment.pages.js';
import type { EnrolmentSummary } from './enrolment.queries.js';

/** The work address of who takes over the seat. */
export const substitutionForm = z.object({ email: emailAddress });

/** The model of `enrolment/substitution`: what handing over does, said before it is done. */
export function substitutionPage(
  { id, professionalName: name, appointment }: EnrolmentSummary,
  isOwn: boolean,
  { values, issues }: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
  locale: Locale,
  t: Translate,
) {
  const about = { name, course: appointment.courseTitle };
  const spec: FieldSpec = {
    name: 'email',
    kind: 'email',
    label: 'enrolment.substitution.email',
    description: 'enrolment.substitution.emailHelp',
    required: true,
  };
  return {
    action: `/enrolments/${id}/substitution`,
    question: t(isOwn ? 'enrolment.substitution.question' : 'enrolment.substitution.questionOther', about),
    effect: t(isOwn ? 'enrolment.substitution.effect' : 'enrolment.substitution.effectOther', about),
    when: momentsOf(appointment, locale, t),
    form: buildForm([spec], values, issues, t),
    backHref: isOwn ? '/enrolments' : `/sessions/${appointment.sessionId}/participants`,
  };
}
