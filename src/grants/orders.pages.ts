import { z } from 'zod';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate, positiveCents, requiredText } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import type { CommitmentStanding } from './commitment.queries.js';
import { commitmentAmounts } from './commitments.pages.js';
import { choiceSpec, costDateSpec } from './cost.pages.js';
import { amountSpec, supplierName, supplierSpec } from './invoice-fields.pages.js';
import type { Choice } from './ledger.queries.js';

/** What is ordered, in a few words. */
export const orderDescription = requiredText(200);

/** An order as the form sends it. */
export const orderForm = z.object({
  grantLineId: z.uuid(),
  municipalityId: z.uuid(),
  supplier: supplierName,
  description: orderDescription,
  costDate: localDate,
  amountCents: positiveCents,
});

/** The model of `grants/order`; what can be chosen has a budget. */
export function orderPage(
  offered: { readonly lines: readonly Choice[]; readonly municipalities: readonly Choice[] },
  sent: SentForm,
  t: Translate,
) {
  const specs = [
    choiceSpec('grantLineId', 'grants.filter.line', offered.lines),
    choiceSpec('municipalityId', 'grants.filter.municipality', offered.municipalities),
    supplierSpec,
    {
      ...({ name: 'description', kind: 'text', label: 'grants.order.description', required: true } as const),
      description: 'grants.order.descriptionHint',
    } as const,
    { ...costDateSpec, label: 'grants.order.date', description: 'grants.order.dateHint' } as const,
    amountSpec,
  ];
  return {
    hasLines: offered.lines.length > 0,
    emptyTitle: t('grants.cost.emptyTitle'),
    emptyText: t('grants.cost.emptyText'),
    form: buildForm(specs, sent.values, sent.issues, t),
  };
}

/** The model of `grants/order-cancellation`: what becomes free, before it does. */
export function orderCancellationPage(order: CommitmentStanding, locale: Locale, t: Translate) {
  return {
    lead: t('grants.order.lead', {
      order: order.subject,
      supplier: order.supplier,
      date: formatDate(order.costDate, locale, 'long'),
      municipality: order.municipalityName,
    }),
    line: order.lineTitle,
    ...commitmentAmounts(order),
    settled: order.settledAt !== null,
    action: `/commitments/orders/${order.id}/cancellation`,
  };
}
