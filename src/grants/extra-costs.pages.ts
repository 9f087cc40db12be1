import { z } from 'zod';
import { vatTreatments } from '../courses/vat.rules.js';
import { formatDateRange, formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import {
  blankAsNull,
  dutchFromCents,
  optionalText,
  parseCents,
  positiveCents,
  requiredText,
} from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import type { Locale } from '../shared/locale.js';
import { amountOf } from './budget.rules.js';
import type { CommitmentStanding } from './commitment.queries.js';
import { commitmentAmounts } from './commitments.pages.js';
import type { PartRow } from './extra-cost.queries.js';
import { extraCostKinds, MOST_EXTRA_COSTS, type CommitmentPart, type ExtraCost } from './extra-cost.rules.js';
import { vatSpec } from './invoice-fields.pages.js';

/** What an extra cost is for, in a few words. */
export const extraCostDescription = requiredText(200);

const row = z.object({
  kind: blankAsNull(z.enum(extraCostKinds)),
  description: optionalText(200),
  amountCents: blankAsNull(positiveCents),
  vatTreatment: blankAsNull(z.enum(vatTreatments)),
});

/** The extra costs as the form sends them; a row of which something is filled in needs the rest. */
export const extraCostRows = z
  .array(row)
  .max(MOST_EXTRA_COSTS)
  .default([])
  .transform((rows, context) =>
    rows.flatMap((each, index): ExtraCost[] => {
      const { kind, description, amountCents, vatTreatment } = each;
      if (kind !== null && description !== null && amountCents !== null && vatTreatment !== null)
        return [{ kind, description, amountCents, vatTreatment }];
      const missing = Object.entries(each).filter(([, value]) => value === null);
      if (missing.length < Object.keys(each).length)
        for (const [name] of missing)
          context.addIssue({
            ...{ code: 'custom', path: [index, name] },
            params: { key: 'web.validation.required' },
          });
      return [];
    }),
  );

/** Extra costs as the form shows them. */
export function valuesOfExtraCosts(extraCosts: readonly ExtraCost[]): Record<string, unknown> {
  return {
    extraCosts: extraCosts.map(({ amountCents, ...cost }) => ({
      ...{ ...cost, amountCents: dutchFromCents(String(amountCents)) },
    })),
  };
}

/** The rows of the form: what was filled in, and one more while there is room. */
export function extraCostFields({ values, issues }: SentForm, t: Translate) {
  const sent = z.object({ extraCosts: z.array(z.unknown()) }).safeParse(values).data?.extraCosts ?? [];
  const filled = sent.findLastIndex(isFilled) + 1;
  const indexes = Array.from({ length: Math.min(filled + 1, MOST_EXTRA_COSTS) }, (_, index) => index);
  const form = buildForm(
    indexes.flatMap((index) => specsOf(index, t)),
    values,
    issues,
    t,
  );
  return {
    errorSummary: form.errorSummary,
    extraCosts: indexes.map((index) => ({
      legend: t('grants.extra.row', { number: index + 1 }),
      fields: form.fields.filter(({ name }) => name.startsWith(`extraCosts.${index}.`)),
    })),
  };
}

function isFilled(sent: unknown): boolean {
  const texts = z.record(z.string(), z.unknown()).safeParse(sent).data ?? {};
  return Object.values(texts).some((value) => typeof value === 'string' && value.trim() !== '');
}

function specsOf(index: number, t: Translate): FieldSpec[] {
  const options = vatTreatments.map((value) => ({ value, label: t(`grants.vat.${value}`) }));
  return [
    { ...kindSpec(t), name: `extraCosts.${index}.kind` },
    { ...descriptionSpec, name: `extraCosts.${index}.description` },
    { name: `extraCosts.${index}.amountCents`, kind: 'money', label: 'grants.extra.amount' },
    { name: `extraCosts.${index}.vatTreatment`, kind: 'select', label: 'grants.invoice.vat', options },
  ];
}

function kindSpec(t: Translate): FieldSpec {
  const options = extraCostKinds.map((value) => ({ value, label: t(`grants.extra.kind.${value}`) }));
  return { name: 'kind', kind: 'select', label: 'grants.extra.kind', options };
}

const descriptionSpec: FieldSpec = {
  ...{ name: 'description', kind: 'text', label: 'grants.extra.description' },
  description: 'grants.extra.descriptionHint',
};

/** More extra costs, or less with a minus, and why. */
export const changeForm = z.object({
  kind: z.enum(extraCostKinds),
  description: extraCostDescription,
  amountCents: requiredText(40).transform((written, context) => {
    const cents = parseCents(written);
    if (cents !== null && cents !== 0n) return cents;
    context.addIssue({ code: 'custom', params: { key: 'grants.extra.amountWrong' } });
    return z.NEVER;
  }),
  vatTreatment: z.enum(vatTreatments),
  reason: requiredText(300),
});

/** A part of a commitment as it is shown: what it is for, and how much. */
export function partOf(part: CommitmentPart, isDemo: boolean, t: Translate) {
  return {
    kind: t(`grants.extra.kind.${part.kind}`),
    description: part.description,
    vat: t(`grants.vat.${part.vatTreatment}`),
    amount: amountOf(part.amountCents, isDemo && part.kind === 'price'),
  };
}

/** The same with when, by whom and why it was added. */
export function partRow(part: PartRow, isDemo: boolean, locale: Locale, t: Translate) {
  const by = part.recordedBy === null ? '' : `, ${part.recordedBy}`;
  return {
    ...partOf(part, isDemo, t),
    recorded: `${formatInstant(part.recordedAt, locale)}${by}`,
    reason: part.reason,
  };
}

/** The model of `grants/extra-costs`: what a commitment is made of, and the form to change it. */
export function extraCostsPage(
  commitment: CommitmentStanding,
  parts: readonly PartRow[],
  { values, issues }: SentForm,
  locale: Locale,
  t: Translate,
) {
  const { subject, dates, municipalityName, isDemo, settledAt, calledOff } = commitment;
  const specs: FieldSpec[] = [
    { ...kindSpec(t), required: true },
    { ...descriptionSpec, required: true },
    {
      ...{ name: 'amountCents', kind: 'money', label: 'grants.extra.amount', required: true },
      description: 'grants.extra.amountHint',
    },
    vatSpec(t),
    {
      ...{ name: 'reason', kind: 'text', label: 'grants.extra.reason', required: true },
      description: 'grants.extra.descriptionHint',
    },
  ];
  return {
    lead: t('grants.sharing.lead', {
      ...{ course: subject, dates: formatDateRange(dates, locale), payer: municipalityName },
    }),
    parts: parts.map((part) => partRow(part, isDemo, locale, t)),
    ...commitmentAmounts(commitment),
    closedText: settledAt === null && !calledOff ? null : t('grants.extra.closed'),
    form: buildForm(specs, values, issues, t),
    action: `/commitments/${commitment.id}/extra-costs`,
    back: `/sessions/${commitment.sessionId ?? ''}/shares`,
  };
}
