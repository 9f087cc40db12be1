import { vatTreatments } from '../courses/vat.rules.js';
import type { Translate } from '../platform/i18n/translator.js';
import { requiredText } from '../platform/web/fields.js';
import type { FieldSpec } from '../platform/web/forms.js';
import type { ProblemCode } from '../problems.js';
import { creditReasons } from './settlement.rules.js';

export const supplierName = requiredText(120);
/** By which its supplier knows an invoice or a credit note. */
export const documentNumber = requiredText(60);

export const supplierSpec: FieldSpec = {
  name: 'supplier',
  kind: 'text',
  label: 'grants.invoice.supplier',
  required: true,
};

export const numberSpec: FieldSpec = {
  name: 'invoiceNumber',
  kind: 'text',
  label: 'grants.invoice.number',
  required: true,
};

export const dateSpec: FieldSpec = {
  name: 'invoiceDate',
  kind: 'date',
  label: 'grants.invoice.date',
  required: true,
};

export const amountSpec: FieldSpec = {
  name: 'amountCents',
  kind: 'money',
  label: 'grants.invoice.amount',
  description: 'grants.invoice.amountHint',
  required: true,
};

export function vatSpec(t: Translate): FieldSpec {
  const options = vatTreatments.map((value) => ({ value, label: t(`grants.vat.${value}`) }));
  return { name: 'vatTreatment', kind: 'radios', label: 'grants.invoice.vat', options, required: true };
}

export const finalSpec: FieldSpec = {
  name: 'isFinal',
  kind: 'checkbox',
  label: 'grants.invoice.final',
  description: 'grants.invoice.finalHint',
  required: true,
};

/** Why an invoice is taken back. */
export function reasonSpec(t: Translate): FieldSpec {
  const options = creditReasons.map((value) => ({ value, label: t(`grants.credit.reason.${value}`) }));
  return { name: 'reason', kind: 'radios', label: 'grants.credit.reason', options, required: true };
}

/** At which field of a form the reader can put a refusal right; null when it is not to be mended in the form. */
export function fieldOfRefusal(code: ProblemCode): string | null {
  switch (code) {
    case 'invoice-already-recorded':
      return 'invoiceNumber';
    case 'invoice-date-in-future':
    case 'invoice-before-grant-year':
    case 'credit-note-before-invoice':
      return 'invoiceDate';
    case 'invoice-over-budget':
    case 'share-over-budget':
    case 'cost-over-budget':
    case 'credit-note-over-invoice':
    case 'extra-costs-too-low':
      return 'amountCents';
    case 'cost-outside-grant-year':
    case 'cost-outside-activity':
      return 'costDate';
    case 'no-budget-on-line':
      return 'municipalityId';
    default:
      return null;
  }
}
