import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { blankAsNull, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { MOST_STEPS, type CancellationStep } from './cancellation-terms.rules.js';

export const MOST_DAYS = 365;

/** The steps as the form sends them; a row of which one half is filled in needs the other. */
export const termsForm = z
  .object({
    steps: z
      .array(
        z.object({
          daysBefore: blankAsNull(wholeNumber(0, MOST_DAYS)),
          percentage: blankAsNull(wholeNumber(1, 100)),
        }),
      )
      .max(MOST_STEPS),
  })
  .transform(({ steps }, context): CancellationStep[] =>
    steps.flatMap(({ daysBefore, percentage }, index) => {
      if (daysBefore !== null && percentage !== null) return [{ daysBefore, percentage }];
      const missing = daysBefore === null ? 'daysBefore' : 'percentage';
      if (daysBefore !== percentage)
        context.addIssue({
          ...{ code: 'custom', path: ['steps', index, missing] },
          params: { key: 'web.validation.required' },
        });
      return [];
    }),
  );

/** The model of `courses/cancellation-terms`. */
export function termsPage(
  provider: { readonly id: string; readonly name: string },
  { values, issues }: SentForm,
  t: Translate,
) {
  const specs = Array.from({ length: MOST_STEPS }, (_, index): FieldSpec[] => [
    {
      ...{ name: `steps.${index}.daysBefore`, kind: 'integer', label: 'providers.terms.daysBefore' },
      labelParams: { number: index + 1 },
    },
    {
      ...{ name: `steps.${index}.percentage`, kind: 'integer', label: 'providers.terms.percentage' },
      labelParams: { number: index + 1 },
    },
  ]);
  return {
    lead: t('providers.terms.lead', { provider: provider.name }),
    form: buildForm(specs.flat(), values, issues, t),
    action: `/providers/${provider.id}/cancellation-terms`,
  };
}

/** The values of the form as the terms are now. */
export function valuesOfSteps(steps: readonly CancellationStep[]): Record<string, unknown> {
  return {
    steps: steps.map(({ daysBefore, percentage }) => ({
      daysBefore: String(daysBefore),
      percentage: String(percentage),
    })),
  };
}
