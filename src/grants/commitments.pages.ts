import { z } from 'zod';
import { formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { centsFromDutch, checkbox, localDate, optionalText, requiredText } from '../platform/web/fields.js';
import { buildForm, type FieldIssue, type FieldSpec } from '../platform/web/forms.js';
import { pagination } from '../platform/web/pagination.js';
import { listAddress } from '../platform/web/list-address.js';
import type { ProblemCode } from '../problems.js';
import type { Locale } from '../shared/locale.js';
import type { CommitmentStanding } from './commitment.queries.js';
import { pageQuery } from './filters.pages.js';
import { vatTreatments } from './ledger.rules.js';

export const COMMITMENTS_PER_PAGE = 50;

/** The filters of the open commitments as the address holds them. */
export const commitmentsQuery = z.object({ q: optionalText(100).catch(null), page: pageQuery });

/** An invoice as the form sends it. */
export const invoiceForm = z.object({
  supplier: requiredText(120),
  invoiceNumber: requiredText(60),
  invoiceDate: localDate,
  amountCents: centsFromDutch.pipe(
    z.bigint().refine((cents) => cents > 0n, { params: { key: 'grants.invoice.zero' } }),
  ),
  vatTreatment: z.enum(vatTreatments),
  isFinal: checkbox,
});

/** The model of `grants/commitments`. */
export function commitmentsPage(
  found: { readonly items: readonly CommitmentStanding[]; readonly total: number },
  { q, page }: z.infer<typeof commitmentsQuery>,
  reader: { readonly recordsInvoices: boolean; readonly locale: Locale },
  t: Translate,
) {
  return {
    search: buildForm([{ name: 'q', kind: 'text', label: 'grants.commitments.search' }], { q }, [], t).fields,
    emptyTitle: t('grants.commitments.emptyTitle'),
    emptyText: t(q === null ? 'grants.commitments.emptyText' : 'grants.commitments.notFoundText'),
    commitments: found.items.map((commitment) => ({
      course: commitment.courseTitle,
      sessionHref: `/sessions/${commitment.sessionId}`,
      dates: formatDateRange(commitment.dates, reader.locale),
      municipality: commitment.municipalityName,
      line: commitment.lineTitle,
      ...amountsOf(commitment),
      invoiceHref: reader.recordsInvoices ? `/commitments/${commitment.id}/invoice` : null,
    })),
    recordsInvoices: reader.recordsInvoices,
    pagination: pagination(found.total, page, COMMITMENTS_PER_PAGE, (number) =>
      listAddress('/commitments', { q, page: number }),
    ),
  };
}

const specs: readonly FieldSpec[] = [
  { name: 'supplier', kind: 'text', label: 'grants.invoice.supplier', required: true },
  { name: 'invoiceNumber', kind: 'text', label: 'grants.invoice.number', required: true },
  { name: 'invoiceDate', kind: 'date', label: 'grants.invoice.date', required: true },
  {
    name: 'amountCents',
    kind: 'money',
    label: 'grants.invoice.amount',
    description: 'grants.invoice.amountHint',
    required: true,
  },
  { name: 'vatTreatment', kind: 'radios', label: 'grants.invoice.vat', required: true },
  {
    name: 'isFinal',
    kind: 'checkbox',
    label: 'grants.invoice.final',
    description: 'grants.invoice.finalHint',
    required: true,
  },
];

/** The model of `grants/invoice`. */
export function invoicePage(
  commitment: CommitmentStanding,
  values: Record<string, unknown>,
  issues: readonly FieldIssue[],
  locale: Locale,
  t: Translate,
) {
  const vat = vatTreatments.map((value) => ({ value, label: t(`grants.vat.${value}`) }));
  return {
    action: `/commitments/${commitment.id}/invoice`,
    lead: t('grants.invoice.lead', {
      course: commitment.courseTitle,
      dates: formatDateRange(commitment.dates, locale),
      municipality: commitment.municipalityName,
    }),
    line: commitment.lineTitle,
    ...amountsOf(commitment),
    settled: commitment.settledAt !== null,
    form: buildForm(
      specs.map((spec) => (spec.name === 'vatTreatment' ? { ...spec, options: vat } : spec)),
      values,
      issues,
      t,
    ),
  };
}

/** What the form holds before anyone fills it in. */
export function firstValues({ provider, vatTreatment }: CommitmentStanding) {
  return { supplier: provider, vatTreatment, isFinal: 'on' };
}

/** At which field the reader can put a refusal right; null when it is not to be mended in the form. */
export function fieldOfRefusal(code: ProblemCode): string | null {
  switch (code) {
    case 'invoice-already-recorded':
      return 'invoiceNumber';
    case 'invoice-date-in-future':
    case 'invoice-outside-grant-year':
      return 'invoiceDate';
    case 'invoice-over-budget':
      return 'amountCents';
    default:
      return null;
  }
}

function amountsOf({ amountCents, invoicedCents, openCents, isDemo }: CommitmentStanding) {
  return {
    committed: { cents: amountCents, isDemo },
    invoiced: { cents: invoicedCents, isDemo: false },
    open: { cents: openCents, isDemo },
  };
}
