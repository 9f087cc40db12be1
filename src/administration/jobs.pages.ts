import { z } from 'zod';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import { choicesOf, nameOf } from '../platform/i18n/code-names.js';
import type { QueueFigures, UnfinishedJobRow } from './job.queries.js';

export const JOBS_PER_PAGE = 50;

export const jobsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  job: optionalText(100).catch(null),
});

/** What waits and what failed, with the reason. */
export function jobsPage(
  { rows, total }: Paged<UnfinishedJobRow>,
  query: z.output<typeof jobsQuery>,
  names: readonly string[],
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
      [
        {
          name: 'job',
          kind: 'select',
          label: 'administration.jobs.name',
          options: choicesOf('job', names, t),
          emptyLabel: 'administration.all',
        },
        { name: 'q', kind: 'text', label: 'administration.jobs.search' },
      ],
      { job: query.job ?? '', q: query.q ?? '' },
      [],
      t,
    ).fields,
    anyFailed: figures.failed > 0,
    jobs: rows.map((row) => ({
      name: nameOf('job', row.name, t),
      status: {
        kind: row.status === 'failed' ? 'error' : 'neutral',
        label: t(`administration.jobs.status.${row.status}`),
      } as const,
      attempts: row.attempts,
      at: row.run_at,
      reason: row.last_error?.slice(0, 300) ?? '',
      retryAction: row.status === 'failed' ? `/jobs/${encodeURIComponent(row.id)}/retry` : null,
    })),
    none:
      query.q === null && query.job === null
        ? { title: t('administration.jobs.noneTitle'), text: t('administration.jobs.none') }
        : { title: t('administration.noneFoundTitle'), text: t('administration.noneFound') },
    pagination: pagination(total, query.page, JOBS_PER_PAGE, (page) =>
      listAddress('/jobs', { ...query, page }),
    ),
    recurring: recurring.map(({ name, everySeconds }) => ({
      name: nameOf('job', name, t),
      every:
        everySeconds % 60 === 0
          ? t('administration.jobs.minutes', { count: everySeconds / 60 })
          : t('administration.jobs.seconds', { count: everySeconds }),
    })),
  };
}
