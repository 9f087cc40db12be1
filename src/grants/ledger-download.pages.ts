import { z } from 'zod';
import { formatDate } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Locale } from '../shared/locale.js';
import { pageQuery } from './filters.pages.js';
import type { LedgerDownloadRow } from './ledger-download.queries.js';

export const DOWNLOADS_PER_PAGE = 20;
export const downloadsQuery = z.object({ page: pageQuery });

/** The model of `grants/ledger-downloads`. */
export function ledgerDownloadsPage(
  { items, total }: { readonly items: readonly LedgerDownloadRow[]; readonly total: number },
  page: number,
  locale: Locale,
  t: Translate,
) {
  return {
    downloads: items.map((row) => ({
      madeAt: row.madeAt,
      madeBy: row.madeBy,
      what: t(`grants.ledger.${row.format}`),
      filter: filterOf(row, locale, t),
      bookings: t('grants.downloads.bookings', { count: row.bookings, last: row.upTo }),
      sha256: row.sha256,
      href: `/ledger-downloads/${row.id}/file`,
      label: t('grants.downloads.againWhich', { file: t(`grants.ledger.${row.format}`) }),
    })),
    pagination: pagination(total, page, DOWNLOADS_PER_PAGE, (number) =>
      listAddress('/ledger-downloads', { page: number }),
    ),
  };
}

/** What a download was filtered by, in words. */
function filterOf(
  { filter, line, municipality, decision }: LedgerDownloadRow,
  locale: Locale,
  t: Translate,
): string {
  const { year, kind, statement, figure, until, countsIn } = filter;
  const told = [
    countsIn ? t('grants.downloads.countsIn', { year }) : `${t('grants.filter.year')} ${year}`,
    line,
    municipality,
    kind && t(`grants.kind.${kind}`),
    decision && `${t('grants.budget.decision')} ${decision}`,
    statement && figure && t(`grants.figure.${figure}`, { year: statement, before: statement - 1 }),
    until && t('grants.downloads.until', { date: formatDate(until, locale, 'short') }),
  ];
  return told.filter(Boolean).join(', ');
}
