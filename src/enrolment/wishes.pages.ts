import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { Translate } from '../platform/i18n/translator.js';
import { checkbox, optionalText } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Role } from '../shared/actor.js';
import type { Locale } from '../shared/locale.js';
import { momentsOf } from './enrolment.pages.js';
import { headOf, PAGE_SIZE } from './roster.pages.js';
import type { RosterSession } from './roster.queries.js';
import { asksWishes, LONGEST_WISH, type AskedWishes } from './wishes.rules.js';
import type { WishCounts, WishingEnrolment, WishRow } from './wishes.queries.js';

/** The fields with which people say what they wish. */
export const wishFields = {
  dietary: optionalText(LONGEST_WISH),
  accessibility: optionalText(LONGEST_WISH),
};
export const wishesForm = z.strictObject(wishFields);
/** The same where there is nothing else to send: a body without any field is no form of ours, and takes no wish away. */
export const ownWishesForm = z
  .looseObject({})
  .refine((sent) => Object.keys(sent).length > 0, {
    params: { key: 'web.validation.required' satisfies MessageKey },
  })
  .pipe(wishesForm);
/** Which wishes a session asks for. */
export const askedForm = z.strictObject({ asksDietary: checkbox, asksAccessibility: checkbox });
export const wishesQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

const DIETARY: FieldSpec = {
  name: 'dietary',
  kind: 'text',
  label: 'enrolment.wishes.dietary',
  description: 'enrolment.wishes.dietaryHelp',
};
const ACCESSIBILITY: FieldSpec = {
  name: 'accessibility',
  kind: 'text',
  label: 'enrolment.wishes.accessibility',
  description: 'enrolment.wishes.accessibilityHelp',
};
const ASKED: readonly FieldSpec[] = [
  { name: 'asksDietary', kind: 'checkbox', label: 'enrolment.wishes.asksDietary' },
  { name: 'asksAccessibility', kind: 'checkbox', label: 'enrolment.wishes.asksAccessibility' },
];

/** The fields of the wishes that a session asks for. */
export function wishSpecs({ asksDietary, asksAccessibility }: AskedWishes): FieldSpec[] {
  return [...(asksDietary ? [DIETARY] : []), ...(asksAccessibility ? [ACCESSIBILITY] : [])];
}

/** The model of `enrolment/enrol`: the last step for who is signed in. */
export function enrolPage(session: RosterSession, sent: SentForm, locale: Locale, t: Translate) {
  return {
    course: session.courseTitle,
    when: momentsOf(session, locale, t),
    asks: asksWishes(session),
    form: buildForm(wishSpecs(session), sent.values, sent.issues, t),
    submit: t(session.seatsTaken < session.capacity ? 'sessions.step.enrol' : 'sessions.step.wait'),
    action: `/sessions/${session.sessionId}/enrolment`,
    back: `/sessions/${session.sessionId}`,
  };
}

/** The model of `enrolment/own-wishes`. */
export function ownWishesPage(enrolment: WishingEnrolment, sent: SentForm, t: Translate) {
  return {
    course: enrolment.courseTitle,
    asks: asksWishes(enrolment),
    form: buildForm(wishSpecs(enrolment), sent.values, sent.issues, t),
    action: `/enrolments/${enrolment.id}/wishes`,
    back: '/enrolments',
  };
}

/** The model of `enrolment/wishes`: what those who come wish, and what the coordinator asks. */
export function wishesPage(
  session: RosterSession,
  found: { readonly counts: WishCounts; readonly rows: readonly WishRow[] },
  page: number,
  reader: { readonly role: Role | 'system'; readonly locale: Locale; readonly now: Date },
  t: Translate,
) {
  const base = `/sessions/${session.sessionId}/wishes`;
  const { counts, rows } = found;
  const over = session.status === 'closed' || session.status === 'cancelled';
  return {
    ...headOf(session, reader, t),
    asks: asksWishes(session),
    counts: [
      ...(session.asksDietary ? [t('enrolment.wishes.dietaryCount', { count: counts.dietary })] : []),
      ...(session.asksAccessibility
        ? [t('enrolment.wishes.accessibilityCount', { count: counts.accessibility })]
        : []),
    ],
    columns: { dietary: session.asksDietary, accessibility: session.asksAccessibility },
    rows,
    pagination: pagination(counts.total, page, PAGE_SIZE, (number) => listAddress(base, { page: number })),
    settings:
      reader.role === 'coordinator' && !over
        ? { action: base, fields: buildForm(ASKED, { ...session }, [], t).fields }
        : null,
  };
}
