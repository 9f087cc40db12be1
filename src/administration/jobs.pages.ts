import { z } from 'zod';
import { formatInstant } from '../platform/i18n/format.js';
import type { Translate } from '../platform/i18n/translator.js';
import { optionalText } from '../platform/web/fields.js';
import { buildForm } from '../platform/web/forms.js';
import { listAddress } from '../platform/web/list-address.js';
import { pagination } from '../platform/web/pagination.js';
import type { Paged } from '../platform/database/paged.js';
import { choicesOf, nameOf } from '../platform/i18n/code-names.js';
import type { Locale } from '../shared/locale.js';
import type { UnfinishedJobRow } from './job.queries.js';
import type { RecurringJob, WorkStanding } from './work.service.js';

export const JOBS_PER_PAGE = 50;
const LONGEST_REASON = 300;

export const jobsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: optionalText(100).catch(null),
  job: optionalText(100).catch(null),
});

/** What waits, runs and failed, with the reason, and when what comes back has its turn. */
export function jobsPage(
  { rows, total }: Paged<UnfinishedJobRow>,
  query: z.output<typeof jobsQuery>,
  names: readonly string[],
  work: WorkStanding,
  { locale, t }: { readonly locale: Locale; readonly t: Translate },
) {
  return {
    figures: figuresOf(work, t),
    queue: queueOf(work.queue, t),
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
    anyFailed: work.failed > 0,
    jobs: rows.map((row) => ({
      name: nameOf('job', row.name, t),
      status: {
        kind: row.status === 'failed' ? 'error' : 'neutral',
        label: t(`administration.jobs.status.${row.status}`),
      } as const,
      attempts: row.attempts,
      at: row.run_at,
      reason: row.last_error?.slice(0, LONGEST_REASON) ?? '',
      retryAction: row.status === 'failed' ? `/jobs/${encodeURIComponent(row.id)}/retry` : null,
    })),
    none:
      query.q === null && query.job === null
        ? { title: t('administration.jobs.noneTitle'), text: t('administration.jobs.none') }
        : { title: t('administration.noneFoundTitle'), text: t('administration.noneFound') },
    pagination: pagination(total, query.page, JOBS_PER_PAGE, (page) =>
      listAddress('/jobs', { ...query, page }),
    ),
    recurring: work.recurring.map((job) => recurringOf(job, locale, t)),
  };
}

function figuresOf(work: WorkStanding, t: Translate) {
  const lasts = (seconds: number) => t('administration.jobs.lasts', { count: Math.round(seconds) });
  return [
    { label: t('administration.jobs.due'), value: work.due },
    { label: t('administration.jobs.dueFor'), value: lasts(work.dueSeconds) },
    {
      label: t('administration.jobs.running'),
      value: work.queue.content?.running.length ?? t('administration.jobs.unknown'),
    },
    { label: t('administration.jobs.postponed'), value: work.postponed },
    { label: t('administration.jobs.failed'), value: work.failed },
    { label: t('administration.jobs.done'), value: work.doneLastDay },
    { label: t('administration.jobs.facts'), value: work.facts },
    { label: t('administration.jobs.lag'), value: lasts(work.lagSeconds) },
  ];
}

function queueOf({ backend, content }: WorkStanding['queue'], t: Translate) {
  return {
    silent: content ? null : t('administration.jobs.queueSilent', { backend }),
    holds: content ? t('administration.jobs.queueHolds', { backend, count: content.waiting }) : null,
    running: content?.running.map(({ name, since }) => ({ name: nameOf('job', name, t), since })) ?? [],
  };
}

function recurringOf({ name, everySeconds, nextAt, lastRun }: RecurringJob, locale: Locale, t: Translate) {
  return {
    name: nameOf('job', name, t),
    every:
      everySeconds % 60 === 0
        ? t('administration.jobs.minutes', { count: everySeconds / 60 })
        : t('administration.jobs.seconds', { count: everySeconds }),
    nextAt,
    lastRun: lastRun ? formatInstant(lastRun.endedAt, locale) : t('administration.jobs.neverRan'),
    outcome: lastRun && {
      kind: lastRun.error === null ? ('success' as const) : ('error' as const),
      label: t(lastRun.error === null ? 'administration.jobs.wentWell' : 'administration.jobs.wentWrong'),
    },
    reason: lastRun?.error?.slice(0, LONGEST_REASON) ?? '',
  };
}
