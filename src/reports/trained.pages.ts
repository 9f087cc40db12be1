import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { listAddress } from '../platform/web/list-address.js';
import { listQuery, pagination } from '../platform/web/pagination.js';
import type { TrainedRow } from './trained.queries.js';

const PAGE_SIZE = 50;
const ADDRESS = '/reports/trained';

export const trainedQuery = z.object({ page: listQuery.shape.page.catch(1) });

export const trainedSlice = (page: number) => ({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });

export function trainedPage(
  { rows, total }: { readonly rows: readonly TrainedRow[]; readonly total: number },
  page: number,
  t: Translate,
) {
  return {
    // As text: a year is no amount to be grouped in thousands.
    rows: rows.map((row) => ({
      ...row,
      year: String(row.year),
      source: row.source ?? t('reports.trained.ownCertificates'),
    })),
    pagination: pagination(total, page, PAGE_SIZE, (number) => listAddress(ADDRESS, { page: number })),
  };
}
