import { z } from 'zod';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import type { Appointment } from './appointment.queries.js';
import type { OpenDecision } from './decision.queries.js';
import { momentsOf } from './enrolment.pages.js';
import type { EnrolmentSummary } from './enrolment.queries.js';

/** The secret in the address of a link: 256 bits in base64url. */
export const decisionToken = z.string().regex(/^[\w-]{43}$/);

export const decisionForm = z.object({ answer: z.enum(['yes', 'no']) });

/** What a link in a mail asks: take a seat, or approve a request. */
export function decisionPage(
  decision: OpenDecision & { readonly appointment: Appointment },
  token: string,
  locale: Locale,
  t: Translate,
) {
  const { appointment, professionalName: name, offerExpiresAt } = decision;
  const action = `/decisions/${token}`;
  if (offerExpiresAt) return { ...offerText(appointment, offerExpiresAt, locale, t), action };
  const about = { course: appointment.courseTitle, name };
  return {
    action,
    when: momentsOf(appointment, locale, t),
    title: t('enrolment.decision.requestTitle', about),
    text: t('enrolment.decision.requestText', about),
    yes: t('enrolment.decision.approve'),
    no: t('enrolment.decision.reject'),
  };
}

/** The same question for someone who is signed in. */
export function offerPage(offered: EnrolmentSummary, locale: Locale, t: Translate) {
  const { id, appointment, offerExpiresAt } = offered;
  return { ...offerText(appointment, offerExpiresAt!, locale, t), action: `/enrolments/${id}/offer` };
}

function offerText(appointment: Appointment, expiresAt: Date, locale: Locale, t: Translate) {
  return {
    when: momentsOf(appointment, locale, t),
    title: t('enrolment.decision.offerTitle'),
    text: t('enrolment.decision.offerText', {
      course: appointment.courseTitle,
      until: formatInstant(expiresAt, locale),
    }),
    yes: t('enrolment.decision.accept'),
    no: t('enrolment.decision.decline'),
  };
}

/** What was done, in words; there may be nobody signed in to take back to a page of their own. */
export function decidedText(decision: OpenDecision, agreed: boolean, t: Translate): string {
  const about = { name: decision.professionalName };
  if (decision.actor.role === 'professional')
    return t(agreed ? 'enrolment.decision.accepted' : 'enrolment.decision.declined');
  return t(agreed ? 'enrolment.decision.approved' : 'enrolment.decision.rejected', about);
}
