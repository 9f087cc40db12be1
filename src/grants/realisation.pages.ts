import { z } from 'zod';
import { formatCents } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate, positiveCents } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { amountOf } from './budget.rules.js';
import { amountSpec, dateSpec, documentNumber, numberSpec, reasonSpec } from './invoice-fields.pages.js';
import { bookedRows } from './invoice.pages.js';
import type { RealisationRow } from './realisation.queries.js';
import { creditableCents, creditReasons } from './settlement.rules.js';

/** A credit note as the form sends it. */
export const creditNoteForm = z.object({
  invoiceNumber: documentNumber,
  invoiceDate: localDate,
  amountCents: positiveCents,
  reason: z.enum(creditReasons),
});

/** The model of `grants/realisation`: one invoice or credit note, and what was credited of it. */
export function realisationPage(
  found: { readonly realisation: RealisationRow; readonly creditNotes: readonly RealisationRow[] },
  mayCredit: boolean,
  t: Translate,
) {
  const { realisation, creditNotes } = found;
  const { id, invoiceId } = realisation;
  const left = creditableCents(realisation);
  return {
    ...factsOf(realisation, t),
    receivedHref: realisation.receivedInvoiceId && `/received-invoices/${realisation.receivedInvoiceId}`,
    invoiceHref: invoiceId && `/realisations/${invoiceId}`,
    reason: realisation.reason && t(`grants.credit.reason.${realisation.reason}`),
    creditNotes: bookedRows(creditNotes, t),
    creditHref: mayCredit && invoiceId === null && left > 0n ? `/realisations/${id}/credit-note` : null,
  };
}

/** The model of `grants/credit-note`. */
export function creditNotePage(invoice: RealisationRow, sent: SentForm, t: Translate) {
  const isOver = invoice.invoiceId !== null || creditableCents(invoice) <= 0n;
  return {
    ...factsOf(invoice, t),
    action: `/realisations/${invoice.id}/credit-note`,
    isOver,
    form: buildForm([...creditSpecs, reasonSpec(t)], sent.values, sent.issues, t),
  };
}

/** What the form holds before anyone fills it in: all of what is booked, as an amount is filled in. */
export function firstCreditValues(invoice: RealisationRow) {
  return { amountCents: formatCents(creditableCents(invoice), 'nl').replaceAll(/[^\d.,]/g, '') };
}

const creditSpecs: readonly FieldSpec[] = [
  { ...numberSpec, label: 'grants.credit.number' },
  { ...dateSpec, label: 'grants.credit.date' },
  { ...amountSpec, description: 'grants.credit.amountHint' },
];

function factsOf(row: RealisationRow, t: Translate) {
  return {
    supplier: row.supplier,
    number: row.invoiceNumber,
    on: row.invoiceDate,
    costDate: row.costDate,
    line: row.lineTitle,
    decision: t('grants.decisionOfYear', { decision: row.decisionNumber, year: row.grantYear }),
    municipality: row.municipalityName,
    subject: row.subject,
    sessionHref: row.sessionId && `/sessions/${row.sessionId}`,
    vat: t(`grants.vat.${row.vatTreatment}`),
    amount: amountOf(row.amountCents, false),
    /** What of an invoice is still booked; null for a credit note. */
    left: row.invoiceId === null ? amountOf(creditableCents(row), false) : null,
  };
}
