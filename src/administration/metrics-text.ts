import type { WorkStanding } from './work.service.js';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [value: number, labels?: Labels];

const seconds = (at: Date) => at.getTime() / 1000;

/** The figures of the page about jobs, in the text format of Prometheus. */
export function metricsText(work: WorkStanding): string {
  const { backend, content } = work.queue;
  const ran = work.recurring.flatMap(({ name, lastRun }) => (lastRun ? [{ job: name, ...lastRun }] : []));
  return [
    gauge('jobs', 'Jobs that are not done, by state.', [
      [work.due, { state: 'due' }],
      [work.postponed, { state: 'postponed' }],
      [work.failed, { state: 'failed' }],
    ]),
    gauge('jobs_done_last_day', 'Jobs that were done in the last 24 hours.', [[work.doneLastDay]]),
    gauge('jobs_due_seconds', 'How long the job that is due longest has waited.', [[work.dueSeconds]]),
    gauge('outbox_facts', 'Facts that no job follows from yet.', [[work.facts]]),
    gauge('outbox_lag_seconds', 'How long the oldest of these facts has waited.', [[work.lagSeconds]]),
    gauge('queue_up', 'Whether the queue answers.', [[content ? 1 : 0, { backend }]]),
    gauge(
      'queue_jobs',
      'Jobs in the queue, by state.',
      content
        ? [
            [content.waiting, { backend, state: 'waiting' }],
            [content.running.length, { backend, state: 'running' }],
          ]
        : [],
    ),
    gauge(
      'recurring_next_run_timestamp_seconds',
      'When a recurring job has its next turn.',
      work.recurring.map(({ name, nextAt }) => [seconds(nextAt), { job: name }]),
    ),
    gauge(
      'recurring_last_run_timestamp_seconds',
      'When the last run of a recurring job ended.',
      ran.map(({ job, endedAt }) => [seconds(endedAt), { job }]),
    ),
    gauge(
      'recurring_last_run_failed',
      'Whether the last run of a recurring job failed.',
      ran.map(({ job, error }) => [error === null ? 0 : 1, { job }]),
    ),
  ].join('');
}

/** The labels are names of the code, without a quote or backslash to escape. */
function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(([value, labels = {}]) => {
    const pairs = Object.entries(labels).map(([key, label]) => `${key}="${label}"`);
    return `leerlijn_${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return [`# HELP leerlijn_${name} ${help}`, `# TYPE leerlijn_${name} gauge`, ...lines, ''].join('\n');
}
