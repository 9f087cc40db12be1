import { z } from 'zod';
import { formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type FieldIssue } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { placeOf } from '../sessions/place.rules.js';
import { momentsOf } from './enrolment.pages.js';
import type { EnrolmentSummary } from './enrolment.queries.js';
import type { OtherRun } from './transfer.queries.js';

/** The session to which someone changes. */
export const transferForm = z.object({ sessionId: z.uuid() });

/** The model of `enrolment/transfer`: the other dates, and what changing does, said before it is done. */
export function transferPage(
  { id, status, professionalName: name, appointment }: EnrolmentSummary,
  runs: readonly OtherRun[],
  isOwn: boolean,
  form: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  const about = { name, course: appointment.courseTitle };
  const built = buildForm(
    [
      {
        ...{ name: 'sessionId', kind: 'radios', label: 'enrolment.transfer.sessionId', required: true },
        options: runs.map((run) => ({ value: run.appointment.sessionId, label: runLabel(run, locale, t) })),
      },
    ],
    form.values,
    form.issues,
    t,
  );
  return {
    action: `/enrolments/${id}/transfer`,
    question: t(isOwn ? 'enrolment.transfer.question' : 'enrolment.transfer.questionOther', about),
    when: momentsOf(appointment, locale, t),
    effect: t(status === 'confirmed' ? 'enrolment.transfer.effect' : 'enrolment.transfer.waitingEffect'),
    hasRuns: runs.length > 0,
    form: built,
    backHref: isOwn ? '/enrolments' : `/sessions/${appointment.sessionId}/participants`,
  };
}

function runLabel(
  { appointment, capacity, seatsTaken, waitingCount }: OtherRun,
  locale: Locale,
  t: Translate,
) {
  const { parts } = appointment;
  const dates = formatDateRange(
    parts.map(({ date }) => date),
    locale,
  );
  const free = Math.max(0, capacity - seatsTaken);
  const seats =
    free > 0
      ? t('enrolment.transfer.free', { count: free })
      : t('enrolment.transfer.full', { waiting: waitingCount });
  return `${dates}, ${placeOf(parts[0]!) ?? t('enrolment.place.online')}: ${seats}`;
}
