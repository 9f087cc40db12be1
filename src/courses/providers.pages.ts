import { z } from 'zod';
import type { Paged } from '../platform/database/paged.js';
import type { Translate } from '../platform/i18n/translator.js';
import { checkbox, optionalText, requiredText, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type FieldIssue, type Form } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { ProviderRow } from './provider.queries.js';

export const PROVIDERS_PER_PAGE = 50;

/** The address of the list; what does not make sense in it counts as not filled in. */
export const providersQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
});
export type ProvidersQuery = z.output<typeof providersQuery>;

export const newProviderForm = z.object({
  name: requiredText(200),
  crkbo: checkbox,
  source: requiredText(300),
});
/** With the version of the provider that the reader looked at. */
export const providerForm = newProviderForm.extend({ version: wholeNumber(1, 999_999_999) });

export function providersPage({ rows, total }: Paged<ProviderRow>, query: ProvidersQuery, t: Translate) {
  return {
    filters: buildForm([{ name: 'q', kind: 'text', label: 'providers.search' }], { q: query.q }, [], t)
      .fields,
    providers: rows.map((row) => ({
      name: row.name,
      crkbo: t(row.crkbo ? 'providers.crkbo.yes' : 'providers.crkbo.no'),
      source: row.source,
      courses: row.courses,
      coursesHref: listAddress('/courses', { q: row.name }),
      editHref: `/providers/${row.id}/edit`,
      termsHref: `/providers/${row.id}/cancellation-terms`,
    })),
    pagination: pagination(total, query.page, PROVIDERS_PER_PAGE, (page) =>
      listAddress('/providers', { ...query, page }),
    ),
    empty:
      query.q === null
        ? { title: t('providers.noneTitle'), text: t('providers.none'), action: null }
        : {
            title: t('providers.noneFoundTitle'),
            text: t('providers.noneFound'),
            action: { href: '/providers', label: t('providers.clear') },
          },
  };
}

export function providerFormPage(
  sent: { readonly values: Record<string, unknown>; readonly issues: readonly FieldIssue[] },
  t: Translate,
): Form {
  return buildForm(
    [
      { name: 'version', kind: 'hidden', label: 'providers.form.name' },
      { name: 'name', kind: 'text', label: 'providers.form.name', required: true },
      {
        name: 'crkbo',
        kind: 'checkbox',
        label: 'providers.form.crkbo',
        description: 'providers.form.crkboHint',
      },
      {
        name: 'source',
        kind: 'text',
        label: 'providers.form.source',
        description: 'providers.form.sourceHint',
        required: true,
      },
    ],
    sent.values,
    sent.issues,
    t,
  );
}
