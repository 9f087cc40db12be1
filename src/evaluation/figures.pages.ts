import type { Translate } from '../platform/i18n/translator.js';
import type { Locale } from '../shared/locale.js';
import { inLocale, type Bilingual } from './question.rules.js';
import type { Breakdown } from './results.rules.js';

type Names = ReadonlyMap<string, Bilingual>;

const languageTag: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** A mean with one decimal: '3,8'. */
export const decimal = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(languageTag[locale], {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
  }).format(value);

/** A difference with its sign: '+0,8'. */
export const signed = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(languageTag[locale], {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  }).format(value);

/** Whom a figure is about: the name of a municipality or function, or of the trainers who gave it together. */
export function labelOfCell(cell: string, names: Names, locale: Locale, t: Translate): string {
  if (cell === '') return t('evaluation.noTrainer');
  const each = cell.split(',').map((id) => nameIn(names, id, locale));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(each);
}

/** A group that one can choose: 'Gemeente: Urk'. */
export function groupLabel(
  { breakdown, id }: { readonly breakdown: Breakdown; readonly id: string },
  names: Names,
  locale: Locale,
  t: Translate,
): string {
  return t('evaluation.groupLabel', {
    kind: t(`evaluation.per.${breakdown}`),
    name: names.has(id) ? nameIn(names, id, locale) : t('evaluation.tooFewGroup'),
  });
}

const nameIn = (names: Names, id: string, locale: Locale): string => inLocale(names.get(id)!, locale);
