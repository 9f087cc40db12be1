import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import type { QueueFigures, UnfinishedJobRow } from './job.queries.js';

export const JOBS_PER_PAGE = 50;

export const jobsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
});

/** What waits and what failed, with the reason. */
export function jobsPage(
  { rows, total }: Paged<UnfinishedJobRow>,
  query: z.output<typeof jobsQuery>,
  figures: QueueFigures,
  recurring: readonly { readonly name: string; readonly everySeconds: number }[],
  t: Translate,
) {
  return {
    figures: [
      { label: t('administration.jobs.waiting'), value: figures.waiting },
      { label: t('administration.jobs.failed'), value: figures.failed },
      { label: t('administration.jobs.done'), value: figures.done_today },
      { label: t('administration.jobs.facts'), value: figures.facts_undispatched },
    ],
    oldestFactAt: figures.oldest_fact_at,
    filters: buildForm(
      [{ name: 'q', kind: 'text', label: 'administration.jobs.search' }],
      { q: query.q ?? '' },
      [],
      t,
    ).fields,
    anyFailed: figures.failed > 0,
    jobs: rows.map((row) => ({
      name: row.name,
      status: {
        kind: row.status === 'failed' ? 'error' : 'neutral',
        label: t(`administration.jobs.status.${row.status}`),
      } as const,
      attempts: row.attempts,
      at: row.run_at,
      reason: row.last_error?.slice(0, 300) ?? '',
      retryAction: row.status === 'failed' ? `/jobs/${encodeURIComponent(row.id)}/retry` : null,
    })),
    pagination: pagination(total, query.page, JOBS_PER_PAGE, (page) =>
      listAddress('/jobs', { ...query, page }),
    ),
    recurring: recurring.map(({ name, everySeconds }) => ({
      name,
      every:
        everySeconds % 60 === 0
          ? t('administration.jobs.minutes', { count: everySeconds / 60 })
          : t('administration.jobs.seconds', { count: everySeconds }),
    })),
  };
}
