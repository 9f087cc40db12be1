import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm, type FieldIssue, type FieldSpec } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { momentsOf } from './enrolment.pages.js';
import type { EnrolmentSummary } from './enrolment.queries.js';

/** Whether giving up this seat now takes a reason. */
export function needsReason(
  {
    status,
    walkIn,
    freeCancellationEndsAt,
  }: Pick<EnrolmentSummary, 'status' | 'walkIn' | 'freeCancellationEndsAt'>,
  now: Date,
): boolean {
  return status === 'confirmed' && !walkIn && now >= freeCancellationEndsAt;
}

/** What the form of a late cancellation sends; an earlier one sends nothing. */
export const cancellationForm = z.object({ reason: optionalText(300) });

/** What cancelling does, said before it is done; to the person themself or to who does it for them. */
export function cancellationPage(
  enrolment: EnrolmentSummary,
  isOwn: boolean,
  { locale, now, t }: { readonly locale: Locale; readonly now: Date; readonly t: Translate },
  form: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
) {
  const { id, status, professionalName, appointment, chargesLateCancellation } = enrolment;
  const { sessionId, courseTitle } = appointment;
  const who = { name: professionalName, course: courseTitle };
  const late = needsReason(enrolment, now);
  const reason: FieldSpec = {
    ...{ name: 'reason', kind: 'text', label: 'enrolment.cancel.reason', required: true },
    description: 'enrolment.cancel.reasonHelp',
  };
  const built = buildForm(late ? [reason] : [], form.values, form.issues, t);
  return {
    id,
    errorSummary: built.errorSummary,
    fields: built.fields,
    late: late ? t(chargesLateCancellation ? 'enrolment.cancel.lateCharged' : 'enrolment.cancel.late') : null,
    question: isOwn ? t('enrolment.cancel.question', who) : t('enrolment.cancel.questionOther', who),
    when: momentsOf(appointment, locale, t),
    effect:
      status === 'confirmed'
        ? t(isOwn ? 'enrolment.cancel.effect' : 'enrolment.cancel.effectOther', who)
        : t(isOwn ? 'enrolment.cancel.waitingEffect' : 'enrolment.cancel.waitingEffectOther', who),
    backHref: isOwn ? '/enrolments' : `/sessions/${sessionId}/participants`,
  };
}
