import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { lookIntoQueue, type QueueContent } from '../platform/jobs/queue-backend.js';
import { nextTurnAt } from '../platform/jobs/recurring.rules.js';
import { SCHEDULE, type Schedule } from '../platform/jobs/schedule.js';
import { systemActor } from '../shared/actor.js';

interface WorkFigures {
  /** Jobs whose moment has come. */
  readonly due: number;
  /** Jobs that failed and wait for the moment of their next attempt. */
  readonly postponed: number;
  /** Jobs that were given up, and wait for a person. */
  readonly failed: number;
  readonly doneLastDay: number;
  /** For how long the job has been due that is due longest; 0 when none is. */
  readonly dueSeconds: number;
  /** Facts that no job follows from yet. */
  readonly facts: number;
  /** For how long the oldest of them has waited; 0 when there is none. */
  readonly lagSeconds: number;
}

/** A job that comes back by itself; nothing is known of its last run before its first. */
export interface RecurringJob {
  readonly name: string;
  readonly everySeconds: number;
  readonly nextAt: Date;
  readonly lastRun: { readonly endedAt: Date; readonly error: string | null } | null;
}

/** How the work behind the screen stands. */
export interface WorkStanding extends WorkFigures {
  /** Its content is null when it does not answer. */
  readonly queue: { readonly backend: 'PostgreSQL' | 'Redis'; readonly content: QueueContent | null };
  readonly recurring: readonly RecurringJob[];
}

const DAY_MS = 24 * 60 * 60_000;

const FIGURES = `
  select (select count(*)::int from job where status = 'waiting' and run_at <= $1) due,
    (select count(*)::int from job where status = 'waiting' and run_at > $1) postponed,
    (select count(*)::int from job where status = 'failed') failed,
    (select count(*)::int from job where status = 'done' and done_at > $2) "doneLastDay",
    (select greatest(extract(epoch from $1 - min(run_at)), 0)::float from job where status = 'waiting') "dueSeconds",
    (select count(*)::int from outbox where dispatched_at is null) facts,
    (select greatest(extract(epoch from $1 - min(created_at)), 0)::float from outbox where dispatched_at is null) "lagSeconds"`;

/** One answer for the page and for the metrics. The system asks: the work belongs to no region and holds ids only. */
@Injectable()
export class WorkService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SCHEDULE) private readonly schedule: Schedule,
  ) {}

  async standing(): Promise<WorkStanding> {
    const now = this.clock.now();
    const content = await lookIntoQueue(this.config).catch(() => null);
    const backend = this.config.redisUrl ? 'Redis' : 'PostgreSQL';
    return this.db.read(systemActor, async (tx) => {
      const [figures] = await tx.query<WorkFigures[]>(FIGURES, [now, new Date(now.getTime() - DAY_MS)]);
      const runs = await tx.query<{ name: string; endedAt: Date; error: string | null }[]>(
        'select name, ended_at "endedAt", last_error error from recurring_run',
      );
      const recurring = this.schedule.recurring.map(({ name, everySeconds }) => ({
        ...{ name, everySeconds, nextAt: nextTurnAt(now, everySeconds) },
        lastRun: runs.find((run) => run.name === name) ?? null,
      }));
      return { ...figures!, queue: { backend, content }, recurring };
    });
  }
}
