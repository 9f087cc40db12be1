import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { emailAddress, optionalText, requiredText, blankAsNull } from '../platform/web/fields.js';
import { buildForm, type Field, type Form, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import { roles } from '../shared/actor.js';
import { locales } from '../shared/locale.js';
import type { Paged } from '../platform/database/paged.js';
import type { AccountRow, Choice } from './account-list.queries.js';

export const ACCOUNTS_PER_PAGE = 50;

/** The address of the list; what does not make sense in it counts as not filled in. */
export const accountsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  role: z.enum(roles).optional().catch(undefined),
});

/** The roles an administrator gives by hand; trainers and professionals get theirs from the register. */
const rolesByHand = ['coordinator', 'contact', 'finance', 'administrator'] as const;

export const accountForm = z
  .object({
    role: z.enum(rolesByHand),
    name: requiredText(200),
    email: emailAddress,
    locale: z.enum(locales),
    municipalityId: blankAsNull(z.uuid()),
  })
  .superRefine(({ role, municipalityId }, context) => {
    if (role === 'contact' && municipalityId === null)
      context.addIssue({
        code: 'custom',
        path: ['municipalityId'],
        params: { key: 'administration.accounts.municipalityNeeded' },
      });
  })
  .transform((form) => ({ ...form, municipalityId: form.role === 'contact' ? form.municipalityId : null }));

export function accountsPage(
  { rows, total }: Paged<AccountRow>,
  query: z.output<typeof accountsQuery>,
  ownId: string | null,
  t: Translate,
) {
  return {
    filters: filterFields(query, t),
    accounts: rows.map((row) => ({
      name: row.name,
      email: row.email,
      role: t(`access.role.${row.role}`),
      municipality: row.municipality_name ?? '',
      status:
        row.closed_at === null
          ? ({ kind: 'success', label: t('administration.accounts.open') } as const)
          : ({ kind: 'neutral', label: t('administration.accounts.closed') } as const),
      closeHref: row.closed_at === null && row.id !== ownId ? `/accounts/${row.id}/closure` : null,
    })),
    pagination: pagination(total, query.page, ACCOUNTS_PER_PAGE, (page) =>
      listAddress('/accounts', { ...query, page }),
    ),
  };
}

function filterFields(query: z.output<typeof accountsQuery>, t: Translate): readonly Field[] {
  const options = roles.map((role) => ({ value: role, label: t(`access.role.${role}`) }));
  return buildForm(
    [
      { name: 'q', kind: 'text', label: 'administration.accounts.search' },
      {
        ...{ name: 'role', kind: 'select', label: 'administration.accounts.role', options },
        emptyLabel: 'administration.all',
      },
    ],
    { q: query.q ?? '', role: query.role ?? '' },
    [],
    t,
  ).fields;
}

/** The form for a new account, with what was sent filled in again. */
export function newAccountForm(municipalities: readonly Choice[], sent: SentForm, t: Translate): Form {
  return buildForm(
    [
      {
        name: 'role',
        kind: 'radios',
        label: 'administration.accounts.role',
        required: true,
        options: rolesByHand.map((role) => ({ value: role, label: t(`access.role.${role}`) })),
      },
      {
        name: 'municipalityId',
        kind: 'select',
        label: 'administration.accounts.municipality',
        description: 'administration.accounts.municipalityHint',
        options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
      },
      { name: 'name', kind: 'text', label: 'administration.accounts.name', required: true },
      {
        name: 'email',
        kind: 'email',
        label: 'administration.accounts.email',
        description: 'administration.accounts.emailHint',
        required: true,
      },
      {
        name: 'locale',
        kind: 'radios',
        label: 'administration.accounts.language',
        required: true,
        options: locales.map((locale) => ({
          value: locale,
          label: t(`administration.accounts.locale.${locale}`),
        })),
      },
    ],
    { locale: 'nl', ...sent.values },
    sent.issues,
    t,
  );
}
