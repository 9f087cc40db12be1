import type { Translate } from '../../platform/i18n/translator.js';
import type { BadgeKeyRow } from './badge-keys.queries.js';

const kinds = { inUse: 'success', earlier: 'neutral', revoked: 'error' } as const;

/** The keys of a region, with what each is worth and the way to revoke it. */
export function badgeKeysPage(rows: readonly BadgeKeyRow[], t: Translate) {
  return {
    keys: rows.map((row) => {
      const status = statusOf(row);
      return {
        ...{ madeAt: row.madeAt, badges: row.badges },
        status: { kind: kinds[status], label: t(`certificates.keys.status.${status}`) },
        revokeHref: status === 'revoked' ? null : `/badge-keys/${row.id}/revocation`,
      };
    }),
  };
}

function statusOf({ replacedAt, revokedAt }: BadgeKeyRow): keyof typeof kinds {
  if (revokedAt) return 'revoked';
  return replacedAt ? 'earlier' : 'inUse';
}
