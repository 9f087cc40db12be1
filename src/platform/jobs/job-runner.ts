import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { systemActor } from '../../shared/actor.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { MAX_ATTEMPTS, nextAttemptAt } from './backoff.rules.js';
import { JobHandlers } from './job-handlers.js';
import { JobRow } from './job.entity.js';
import { RecurringRun } from './recurring-run.entity.js';
import { SCHEDULE, type Schedule } from './schedule.js';

const LONGEST_REASON = 2000;

/** Carries out one job and writes down how it ended. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap {
  private readonly log = new Logger(JobRunner.name);
  private handlers: ReturnType<JobHandlers['find']> = new Map();

  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(JobHandlers) private readonly allHandlers: JobHandlers,
    @Inject(SCHEDULE) private readonly schedule: Schedule,
  ) {}

  /** Only now are all providers made. @throws Error when a job has no handler or two */
  onApplicationBootstrap(): void {
    const { subscriptions, recurring } = this.schedule;
    const jobs = [...Object.values(subscriptions).flat(), ...recurring.map(({ name }) => name)];
    this.handlers = this.allHandlers.find(new Set(jobs));
  }

  /** Runs a recurring job and writes down how it ended; a failure is logged too, and its next turn tries again. */
  async runRecurring(name: string): Promise<void> {
    const failure = await this.handlers.get(name)!({} as never).then(
      () => null,
      (error: Error) => error,
    );
    if (failure) this.log.error({ job: name, error: String(failure) }, failure.stack);
    await this.noteRun(name, failure?.message.slice(0, LONGEST_REASON) ?? null);
    if (failure) throw failure;
  }

  /** Runs the job with this id unless it is done already or not due yet; a failure plans the next attempt. */
  async run(id: string): Promise<void> {
    const job = await this.db.read(systemActor, (tx) => tx.findOneBy(JobRow, { id }));
    if (!job || job.status !== 'waiting' || job.runAt > this.clock.now()) return;
    try {
      await this.handlers.get(job.name)!(job.payload as never);
      await this.finish(job, {
        status: 'done',
        doneAt: this.clock.now(),
        attempts: job.attempts + 1,
        lastError: null,
      });
    } catch (error) {
      this.log.error(
        { job: job.name, id, attempt: job.attempts + 1, error: String(error) },
        (error as Error).stack,
      );
      await this.planNextAttempt(job, error as Error);
    }
  }

  private async planNextAttempt(job: JobRow, error: Error): Promise<void> {
    const attempts = job.attempts + 1;
    await this.finish(job, {
      status: attempts >= MAX_ATTEMPTS ? 'failed' : 'waiting',
      attempts,
      runAt: nextAttemptAt(this.clock.now(), attempts, Math.random()),
      wokenAt: null,
      lastError: error.message.slice(0, LONGEST_REASON),
    });
  }

  private async noteRun(name: string, lastError: string | null): Promise<void> {
    await this.db.transaction(systemActor, (tx) =>
      tx.upsert(RecurringRun, { name, endedAt: this.clock.now(), lastError }, ['name']),
    );
  }

  private async finish(job: JobRow, outcome: Partial<JobRow>): Promise<void> {
    await this.db.transaction(systemActor, (tx) =>
      tx.update(JobRow, { id: job.id, status: 'waiting' }, outcome),
    );
  }
}
