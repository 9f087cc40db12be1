import { z } from 'zod';
import { vatTreatments } from '../courses/vat.rules.js';
import { formatDateRange } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { checkbox, localDate, positiveCents } from '../platform/web/fields.js';
import { buildForm, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { amountOf } from './budget.rules.js';
import type { CommitmentStanding } from './commitment.queries.js';
import { commitmentAmounts } from './commitments.pages.js';
import {
  amountSpec,
  dateSpec,
  documentNumber,
  finalSpec,
  numberSpec,
  supplierName,
  supplierSpec,
  vatSpec,
} from './invoice-fields.pages.js';
import type { RealisationRow } from './realisation.queries.js';

/** An invoice as the form sends it. */
export const invoiceForm = z.object({
  supplier: supplierName,
  invoiceNumber: documentNumber,
  invoiceDate: localDate,
  amountCents: positiveCents,
  vatTreatment: z.enum(vatTreatments),
  isFinal: checkbox,
});

/** The model of `grants/invoice`. */
export function invoicePage(
  found: { readonly commitment: CommitmentStanding; readonly booked: readonly RealisationRow[] },
  sent: SentForm,
  locale: Locale,
  t: Translate,
) {
  const { commitment } = found;
  const specs = [
    supplierSpec,
    numberSpec,
    { ...dateSpec, description: 'grants.invoice.dateHint' } as const,
    amountSpec,
    vatSpec(t),
    finalSpec,
  ];
  return {
    action: `/commitments/${commitment.id}/invoice`,
    lead: t('grants.invoice.lead', {
      course: commitment.subject,
      dates: formatDateRange(commitment.dates, locale),
      municipality: commitment.municipalityName,
    }),
    line: commitment.lineTitle,
    decision: t('grants.decisionOfYear', { decision: commitment.decisionNumber, year: commitment.grantYear }),
    costDate: commitment.costDate,
    ...commitmentAmounts(commitment),
    settled: commitment.settledAt !== null,
    booked: bookedRows(found.booked, t),
    form: buildForm(specs, sent.values, sent.issues, t),
  };
}

/** What the form holds before anyone fills it in. */
export function firstValues({ supplier, vatTreatment }: CommitmentStanding) {
  return { supplier, vatTreatment, isFinal: 'on' };
}

/** Invoices and credit notes as `partials/booked` lists them, each with its own page. */
export function bookedRows(booked: readonly RealisationRow[], t: Translate) {
  return booked.map((row) => ({
    href: `/realisations/${row.id}`,
    what: t(row.invoiceId === null ? 'grants.entry.realised' : 'grants.entry.credited'),
    supplier: row.supplier,
    number: row.invoiceNumber,
    on: row.invoiceDate,
    amount: amountOf(row.amountCents, false),
  }));
}
