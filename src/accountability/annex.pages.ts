import { z } from 'zod';
import { figureKinds } from '../grants/figure.rules.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm, type FieldSpec, type SentForm } from '../platform/web/forms.js';
import { indicators, type AnnexSetting, type Indicator } from './annex.rules.js';

/** A column of the annex as it is written: empty texts are not filled in yet. */
export interface AnnexColumn {
  readonly indicator: Indicator;
  readonly code: string;
  readonly label: string;
  readonly auditKind: string;
}

const optional = (max: number) => optionalText(max).transform((text) => text ?? '');
const indicatorForm = z.object({ code: optional(20), label: optional(120), auditKind: optional(20) });

/** The details of the annex as the form sends them. */
export const annexForm = z.object({
  provider: optional(120),
  code: optional(20),
  name: optional(200),
  legalGround: optional(300),
  recipient: optional(120),
  taskField: optional(120),
  indicators: z.object(
    Object.fromEntries(indicators.map((indicator) => [indicator, indicatorForm])) as Record<
      Indicator,
      typeof indicatorForm
    >,
  ),
}) satisfies z.ZodType<AnnexSetting>;

export const annexFields = ['provider', 'code', 'name', 'legalGround', 'recipient', 'taskField'] as const;

/** The columns of the annex of a year, in order, with the region's own words where it has them. */
export function columnsOf(annex: AnnexSetting, year: number, t: Translate): AnnexColumn[] {
  return indicators.map((indicator) => {
    const { code, label, auditKind } = annex.indicators[indicator];
    return { indicator, code, label: label === '' ? usualLabel(indicator, year, t) : label, auditKind };
  });
}

/** The model of `accountability/settings`. */
export function settingsPage(sent: SentForm, t: Translate) {
  const general = annexFields.map((name): FieldSpec => ({
    name,
    kind: 'text',
    label: `accountability.annex.${name}`,
  }));
  const specs = [...general, ...indicators.flatMap((indicator) => indicatorSpecs(indicator, t))];
  const { fields, errorSummary } = buildForm(specs, sent.values, sent.issues, t);
  const perIndicator = fields.slice(general.length);
  return {
    errorSummary,
    general: fields.slice(0, general.length),
    indicators: indicators.map((indicator, index) => ({
      title: nameOf(indicator, t),
      fields: perIndicator.slice(3 * index, 3 * index + 3),
    })),
  };
}

function indicatorSpecs(indicator: Indicator, t: Translate): FieldSpec[] {
  const labelParams = { indicator: nameOf(indicator, t) };
  const field = (name: keyof Omit<AnnexColumn, 'indicator'>, label: FieldSpec['label']): FieldSpec => ({
    ...{ name: `indicators.${indicator}.${name}`, kind: 'text', label, labelParams },
  });
  return [
    field('code', 'accountability.settings.indicatorCode'),
    {
      ...field('label', 'accountability.settings.indicatorLabel'),
      description: 'accountability.settings.labelHint',
    },
    field('auditKind', 'accountability.settings.auditKind'),
  ];
}

function nameOf(indicator: Indicator, t: Translate): string {
  return indicator === 'decision' || indicator === 'final'
    ? t(`accountability.indicator.${indicator}`)
    : t(`accountability.settings.figure.${indicator}`);
}

function usualLabel(indicator: Indicator, year: number, t: Translate): string {
  const figure = figureKinds.find((kind) => kind === indicator);
  if (figure) return t(`grants.figure.${figure}`, { year, before: year - 1 });
  return nameOf(indicator, t);
}
