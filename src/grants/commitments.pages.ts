import { z } from 'zod';
import { formatCents, formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { Locale } from '../shared/locale.js';
import { amountOf } from './budget.rules.js';
import type { CommitmentPage, CommitmentSums } from './commitment.queries.js';
import { pageQuery } from './filters.pages.js';

export const COMMITMENTS_PER_PAGE = 50;

/** The filters of the open commitments as the address holds them. */
export const commitmentsQuery = z.object({ q: optionalText(100).catch(null), page: pageQuery });

/** The model of `grants/commitments`. */
export function commitmentsPage(
  found: CommitmentPage,
  { q, page }: z.infer<typeof commitmentsQuery>,
  reader: { readonly recordsInvoices: boolean; readonly locale: Locale },
  t: Translate,
) {
  return {
    search: buildForm([{ name: 'q', kind: 'text', label: 'grants.commitments.search' }], { q }, [], t).fields,
    emptyTitle: t('grants.commitments.emptyTitle'),
    emptyText: t(q === null ? 'grants.commitments.emptyText' : 'grants.commitments.notFoundText'),
    commitments: found.items.map((commitment) => ({
      course: commitment.subject,
      supplier: commitment.sessionId === null ? commitment.supplier : null,
      sessionHref: commitment.sessionId && `/sessions/${commitment.sessionId}`,
      cancelHref:
        reader.recordsInvoices && commitment.sessionId === null
          ? `/commitments/orders/${commitment.id}/cancellation`
          : null,
      dates: formatDateRange(commitment.dates, reader.locale),
      municipality: commitment.municipalityName,
      line: commitment.lineTitle,
      decision: t('grants.decisionOfYear', {
        decision: commitment.decisionNumber,
        year: commitment.grantYear,
      }),
      ...commitmentAmounts(commitment),
      extraCosts:
        commitment.extraCents === 0n
          ? null
          : t('grants.extra.of', { amount: formatCents(commitment.extraCents, reader.locale) }),
      partsHref: commitment.sessionId && `/commitments/${commitment.id}/extra-costs`,
      invoiceHref: reader.recordsInvoices ? `/commitments/${commitment.id}/invoice` : null,
    })),
    total: commitmentAmounts(found.sums),
    recordsInvoices: reader.recordsInvoices,
    pagination: pagination(found.total, page, COMMITMENTS_PER_PAGE, (number) =>
      listAddress('/commitments', { q, page: number }),
    ),
  };
}

/** What was committed, what was invoiced of it and what is open; what was invoiced is real. */
export function commitmentAmounts({ amountCents, invoicedCents, openCents, isDemo }: CommitmentSums) {
  return {
    committed: amountOf(amountCents, isDemo),
    invoiced: amountOf(invoicedCents, false),
    open: amountOf(openCents, isDemo),
  };
}
