import { z } from 'zod';
import { vatTreatments } from '../courses/vat.rules.js';
import type { Translate } from '../platform/i18n/translator.js';
import { localDate, positiveCents } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import {
  amountSpec,
  dateSpec,
  documentNumber,
  numberSpec,
  supplierName,
  supplierSpec,
  vatSpec,
} from './invoice-fields.pages.js';
import type { Choice } from './ledger.queries.js';

/** A cost on a grant line as the form sends it. */
export const costForm = z.object({
  grantLineId: z.uuid(),
  municipalityId: z.uuid(),
  supplier: supplierName,
  invoiceNumber: documentNumber,
  invoiceDate: localDate,
  costDate: localDate,
  amountCents: positiveCents,
  vatTreatment: z.enum(vatTreatments),
});

export const costDateSpec: FieldSpec = {
  name: 'costDate',
  kind: 'date',
  label: 'grants.cost.date',
  description: 'grants.cost.dateHint',
  required: true,
};

/** The model of `grants/cost`; what can be chosen has a budget. */
export function costPage(
  offered: { readonly lines: readonly Choice[]; readonly municipalities: readonly Choice[] },
  sent: SentForm,
  t: Translate,
) {
  const specs = [
    choiceSpec('grantLineId', 'grants.filter.line', offered.lines),
    choiceSpec('municipalityId', 'grants.filter.municipality', offered.municipalities),
    supplierSpec,
    numberSpec,
    dateSpec,
    costDateSpec,
    amountSpec,
    vatSpec(t),
  ];
  return {
    hasLines: offered.lines.length > 0,
    emptyTitle: t('grants.cost.emptyTitle'),
    emptyText: t('grants.cost.emptyText'),
    form: buildForm(specs, sent.values, sent.issues, t),
  };
}

export function choiceSpec(name: string, label: FieldSpec['label'], choices: readonly Choice[]): FieldSpec {
  const options = choices.map((choice) => ({ value: choice.id, label: choice.name }));
  return { name, kind: 'select', label, options, required: true };
}
