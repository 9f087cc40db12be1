import { z } from 'zod';
import type { MessageKey } from '../messages.js';
import type { Translate } from '../platform/i18n/translator.js';
import { buildForm, type Field } from '../platform/web/forms.js';
import type { Role } from '../shared/actor.js';

/** A grant year in an address; what is not a year counts as not filled in. */
export const yearQuery = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined);
/** An id in an address; what is not an id counts as not filled in. */
export const idQuery = z.uuid().optional().catch(undefined);
export const pageQuery = z.coerce.number().int().min(1).max(100_000).default(1).catch(1);

export interface FilterChoice {
  readonly name: string;
  readonly label: MessageKey;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | undefined;
  /** What choosing nothing means; null when something is always chosen. */
  readonly everything: MessageKey | null;
}

/** A select of a filter, which says what choosing nothing means. */
export function filterField({ name, label, choices, chosen, everything }: FilterChoice, t: Translate): Field {
  const [field] = buildForm(
    [{ name, kind: 'select', label, options: choices, required: true }],
    { [name]: chosen ?? '' },
    [],
    t,
  ).fields as [Field];
  const options = field.options
    .filter(({ value }) => value !== '' || everything !== null)
    .map((option) => (option.value === '' && everything ? { ...option, label: t(everything) } : option));
  return { ...field, required: false, options };
}

/** What to do when a year holds nothing: another year, if there is one, or bringing in a list. */
export function emptyYear(
  { years, year }: { readonly years: readonly number[]; readonly year: number },
  role: Role | 'system',
  what: 'allotments' | 'budget',
  t: Translate,
) {
  const reads = role === 'coordinator';
  const advice = t(reads ? `grants.${what}.emptyText` : `grants.${what}.emptyTextAsk`);
  const hasOther = years.some((other) => other !== year);
  return {
    title: t(`grants.${what}.emptyTitle`, { year }),
    text: hasOther ? `${t('grants.filter.otherYear')} ${advice}` : advice,
    action: reads ? { href: '/imports', label: t('grants.toImports') } : null,
  };
}

/** The year of a filter, with the one that is shown among the choices. */
export function yearField(years: readonly number[], shown: number, t: Translate): Field {
  const choices = [...new Set([...years, shown])].sort((a, b) => b - a).map(String);
  return filterField(
    {
      name: 'year',
      label: 'grants.filter.year',
      choices: choices.map((year) => ({ value: year, label: year })),
      chosen: String(shown),
      everything: null,
    },
    t,
  );
}
