import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText, requiredText, wholeNumber } from '../platform/web/fields.js';
import { buildForm, type Form, type SentForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { AccountRow } from './account-list.queries.js';
import type { ApiKeyRow } from './api-key.queries.js';

export const KEYS_PER_PAGE = 50;
const LONGEST_DAYS = 365;
const DEFAULT_DAYS = 90;

export const apiKeysQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
});

export const apiKeyForm = z.object({
  name: requiredText(100),
  accountId: z.uuid(),
  days: wholeNumber(1, LONGEST_DAYS),
});

export function apiKeysPage(
  { rows, total }: Paged<ApiKeyRow>,
  query: z.output<typeof apiKeysQuery>,
  now: Date,
  t: Translate,
) {
  return {
    filters: buildForm(
      [{ name: 'q', kind: 'text', label: 'administration.keys.search' }],
      { q: query.q ?? '' },
      [],
      t,
    ).fields,
    keys: rows.map((row) => {
      const status = statusOf(row, now);
      return {
        name: row.name,
        account: `${row.account_name} (${t(`access.role.${row.role}`)})`,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        status: {
          kind: status === 'works' ? 'success' : 'neutral',
          label: t(`administration.keys.status.${status}`),
        } as const,
        revokeHref: status === 'works' ? `/api-keys/${row.id}/revocation` : null,
      };
    }),
    pagination: pagination(total, query.page, KEYS_PER_PAGE, (page) =>
      listAddress('/api-keys', { ...query, page }),
    ),
  };
}

function statusOf({ revoked_at, expires_at }: ApiKeyRow, now: Date): 'works' | 'revoked' | 'expired' {
  if (revoked_at !== null) return 'revoked';
  return now < expires_at ? 'works' : 'expired';
}

export function newKeyForm(accounts: readonly AccountRow[], sent: SentForm, t: Translate): Form {
  return buildForm(
    [
      {
        name: 'name',
        kind: 'text',
        label: 'administration.keys.name',
        description: 'administration.keys.nameHint',
        required: true,
      },
      {
        name: 'accountId',
        kind: 'select',
        label: 'administration.keys.account',
        description: 'administration.keys.accountHint',
        required: true,
        options: accounts.map(({ id, name, role, municipality_name }) => ({
          value: id,
          label: [name, t(`access.role.${role}`), ...(municipality_name ? [municipality_name] : [])].join(
            ', ',
          ),
        })),
      },
      {
        name: 'days',
        kind: 'integer',
        label: 'administration.keys.days',
        description: 'administration.keys.daysHint',
        required: true,
      },
    ],
    { days: DEFAULT_DAYS, ...sent.values },
    sent.issues,
    t,
  );
}
