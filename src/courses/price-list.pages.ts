import { z } from 'zod';
import { formatCents, formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, centsFromDutch, checkbox, localDate, requiredText } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import type { Reader } from './course-facts.pages.js';
import type { CourseRow } from './course.queries.js';
import type { PriceRow } from './price-list.queries.js';
import { priceOn, type PricePeriod } from './price-list.rules.js';
import { vatTreatmentOf } from './vat.rules.js';

type Price = PricePeriod<PriceRow>;

/** A new price as the form sends it. */
export const priceForm = z
  .object({
    validFrom: blankAsNull(localDate),
    priceCents: centsFromDutch,
    source: requiredText(300),
    isDemo: checkbox,
  })
  .transform((price) => ({ ...price, priceCents: String(price.priceCents) }));

const specs: readonly FieldSpec[] = [
  {
    ...{ name: 'validFrom', kind: 'date', label: 'courses.prices.validFrom' },
    description: 'courses.prices.validFromHint',
  },
  { name: 'priceCents', kind: 'money', label: 'courses.price', required: true },
  {
    ...{ name: 'source', kind: 'text', label: 'courses.priceSource', required: true },
    description: 'courses.prices.sourceHint',
  },
  { name: 'isDemo', kind: 'checkbox', label: 'courses.prices.isDemo' },
];

/** The model of `courses/prices`; only a coordinator adds prices and takes them back. */
export function pricesPage(
  {
    course,
    prices,
    today,
  }: { readonly course: CourseRow; readonly prices: readonly Price[]; readonly today: string },
  { values, issues }: SentForm,
  { role, locale }: Reader,
  t: Translate,
) {
  const edits = role === 'coordinator';
  const now = priceOn(prices, today);
  return {
    lead: t('courses.prices.lead', { course: course.title }),
    vat: t('courses.prices.vat', { treatment: t(`grants.vat.${vatTreatmentOf(course)}`) }),
    edits,
    prices: [...prices].reverse().map((price) => ({
      period: periodText(price, locale, t),
      holdsNow: price === now,
      amount: { cents: BigInt(price.priceCents), isDemo: price.isDemo },
      source: price.source,
      withdrawHref: edits ? `/courses/${course.id}/prices/${price.id}/withdrawal` : null,
    })),
    empty: {
      title: t('courses.prices.noneTitle'),
      text: t(edits ? 'courses.prices.none' : 'courses.prices.noneYet'),
      action: null,
    },
    form: buildForm(specs, values, issues, t),
    action: `/courses/${course.id}/prices`,
    back: `/courses/${course.id}`,
  };
}

/** The model of `courses/price-withdrawal`: what happens when a price is taken off the list. */
export function priceWithdrawalPage(
  {
    course,
    price,
    sessions,
  }: { readonly course: CourseRow; readonly price: Price; readonly sessions: number },
  locale: Locale,
  t: Translate,
) {
  const amount = formatCents(BigInt(price.priceCents), locale);
  return {
    lead: t('courses.prices.withdrawal.what', {
      ...{ course: course.title, period: periodText(price, locale, t) },
      amount: price.isDemo ? t('courses.demoFigure', { value: amount }) : amount,
    }),
    consequences: [
      sessions === 0
        ? t('courses.prices.withdrawal.noSessions')
        : t('courses.prices.withdrawal.sessions', { count: sessions }),
      t('courses.prices.withdrawal.kept'),
    ],
    action: `/courses/${course.id}/prices/${price.id}/withdrawal`,
    back: `/courses/${course.id}/prices`,
  };
}

/** When a price holds, in words. */
function periodText({ validFrom, validUntil }: Price, locale: Locale, t: Translate): string {
  const from = validFrom === null ? null : formatDate(validFrom, locale, 'long');
  const until = validUntil === null ? null : formatDate(validUntil, locale, 'long');
  if (from === null)
    return until === null ? t('courses.prices.always') : t('courses.prices.until', { until });
  return until === null ? t('courses.prices.from', { from }) : t('courses.prices.between', { from, until });
}
