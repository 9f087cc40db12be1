import { z } from 'zod';
import { formatCents, formatDate, formatTimeRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate } from '../platform/web/fields.js';
import { buildForm, type FieldIssue, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { daysBetween } from './series.rules.js';
import { roomName } from './room-name.rules.js';
import type { SessionRow } from './session.queries.js';
import type { SessionTemplate } from './session-copy.queries.js';

/** What the form of a copy sends. */
export const copyForm = z.object({ firstDate: localDate });

/** What a new session takes over from the one it is made after. */
export function templateFacts(template: SessionTemplate, locale: Locale, t: Translate) {
  const { session, parts, held } = template;
  return [
    { label: t('sessions.form.course'), value: session.courseTitle },
    ...parts.map(({ ordinal, date, startTime, endTime, place, trainers }) => ({
      label: t('sessions.form.part', { number: ordinal }),
      value: [
        formatDate(date, locale, 'weekday'),
        formatTimeRange(startTime, endTime),
        place ? roomName(place) : t('sessions.place.online'),
        ...(trainers.length === 0 ? [t('series.noTrainer')] : trainers.map(({ name }) => name)),
      ].join(', '),
    })),
    { label: t('sessions.form.capacity'), value: session.capacity },
    { label: t('sessions.form.minimum'), value: session.minimum },
    {
      label: t('sessions.form.quotas'),
      value:
        held.length === 0
          ? t('series.noSeatsHeld')
          : held.map(({ municipality, reserved }) => `${municipality}: ${reserved}`).join(', '),
    },
    { label: t('sessions.form.payer'), value: session.payer },
    {
      label: t('sessions.fact.price'),
      value: session.priceIsAgreed ? agreedText(session, locale, t) : t('sessions.price.ofList'),
    },
    ...termsFacts(template, locale, t),
  ];
}

function agreedText({ priceCents, priceIsDemo }: SessionRow, locale: Locale, t: Translate): string {
  const amount = formatCents(BigInt(priceCents!), locale);
  return priceIsDemo ? t('sessions.detail.demoAmount', { amount }) : amount;
}

/** The terms that a new session takes over; dates by how long before the first day they are. */
export function termsFacts(
  { plan, holders, organisation }: SessionTemplate,
  locale: Locale,
  t: Translate,
): { readonly label: string; readonly value: string }[] {
  const { terms, releaseOn, decideOn } = plan;
  const before = (date: string) => {
    const count = daysBetween(date, plan.parts[0]!.date);
    return count === 0 ? t('series.onFirstDay') : t('series.daysBefore', { count });
  };
  const term = (date: string | null) => (date === null ? t('series.untilStart') : before(date));
  const yesOrNo = (is: boolean) => t(is ? 'series.yes' : 'series.no');
  return [
    ...(organisation === null ? [] : [{ label: t('enrolment.seats.organisation'), value: organisation }]),
    ...holders.map(({ name, nameEn, seats }) => ({
      label: t('series.heldFor', { name: locale === 'nl' ? name : nameEn }),
      value: String(seats),
    })),
    { label: t('sessions.form.releaseOn'), value: before(releaseOn) },
    { label: t('sessions.form.decideOn'), value: before(decideOn) },
    { label: t('enrolment.seats.enrolUntil'), value: term(terms.enrolUntil) },
    { label: t('enrolment.seats.cancelUntil'), value: term(terms.cancelUntil) },
    {
      label: t('enrolment.seats.chargesLateCancellation'),
      value: yesOrNo(terms.chargesLateCancellation),
    },
    { label: t('enrolment.seats.overbooking'), value: String(terms.overbookingPercentage) },
    { label: t('enrolment.seats.mode'), value: t(`enrolment.seats.mode.${terms.waitingListMode}`) },
    ...(terms.waitingListMode === 'offer'
      ? [{ label: t('enrolment.seats.offerHours'), value: String(terms.offerHours) }]
      : []),
    { label: t('enrolment.wishes.asksDietary'), value: yesOrNo(terms.asksDietary) },
    { label: t('enrolment.wishes.asksAccessibility'), value: yesOrNo(terms.asksAccessibility) },
  ];
}

/** The model of `sessions/copy`. */
export function copyPage(
  template: SessionTemplate,
  { values, issues }: SentForm,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  const field = { name: 'firstDate', kind: 'date', label: 'series.copy.firstDate', required: true } as const;
  const description = template.parts.length > 1 ? { description: 'series.copy.firstDateHelp' as const } : {};
  return {
    facts: templateFacts(template, locale, t),
    form: buildForm(
      [{ ...field, ...description }],
      values,
      issues.map((issue) => onFirstDate(issue, t)),
      t,
    ),
    action: `/sessions/${template.session.id}/copy`,
    back: `/sessions/${template.session.id}`,
  };
}

/** The first day is all one can change, so what is wrong with any part is said there. */
function onFirstDate({ path, message }: FieldIssue, t: Translate): FieldIssue {
  const part = /^parts\.(\d+)/.exec(path)?.[1];
  const said = part === undefined ? message : t('series.copy.inPart', { number: Number(part) + 1, message });
  return { path: 'firstDate', message: said };
}
