import { Inject, Injectable } from '@nestjs/common';
import { IsNull, LessThan, Raw, type FindOptionsWhere } from 'typeorm';
import type { FactName } from '../../facts.js';
import { systemActor } from '../../shared/actor.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { JobRow } from '../jobs/job.entity.js';
import { SCHEDULE, type Schedule } from '../jobs/schedule.js';
import { OutboxEntry } from './outbox.entity.js';

const BATCH = 500;
// Long enough for a queue that works to have run the job; after it the queue is taken to have lost it.
const WAKE_AGAIN_AFTER_MS = 30_000;

/** A job to wake a worker for. */
export interface WakeUp {
  readonly id: string;
  readonly name: string;
}

/** Turns committed facts into jobs, and finds the jobs that a worker should be woken for. */
@Injectable()
export class OutboxDispatcher {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SCHEDULE) private readonly schedule: Schedule,
  ) {}

  /** Writes one job per fact and subscriber, in the order of the facts; returns how many facts it took. */
  async dispatch(): Promise<number> {
    return this.db.transaction(systemActor, async (tx) => {
      const entries = await tx.find(OutboxEntry, {
        where: { dispatchedAt: IsNull() },
        order: { id: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      if (entries.length === 0) return 0;
      const now = this.clock.now();
      const jobs = entries.flatMap((entry) =>
        (this.schedule.subscriptions[entry.fact as FactName] ?? []).map((name) => ({
          id: `${entry.id}_${name}`,
          name,
          payload: entry.payload,
          status: 'waiting' as const,
          attempts: 0,
          runAt: now,
          createdAt: now,
        })),
      );
      if (jobs.length > 0)
        await tx.createQueryBuilder().insert().into(JobRow).values(jobs).orIgnore().execute();
      await tx.update(
        OutboxEntry,
        entries.map((entry) => entry.id),
        { dispatchedAt: now },
      );
      return entries.length;
    });
  }

  /** The due jobs nobody was woken for lately; a queue that lost what it held gets it again this way. */
  async takeWakeUps(): Promise<WakeUp[]> {
    const now = this.clock.now();
    const due = { status: 'waiting' as const, runAt: Raw((column) => `${column} <= :now`, { now }) };
    const longAgo = new Date(now.getTime() - WAKE_AGAIN_AFTER_MS);
    const where: FindOptionsWhere<JobRow>[] = [
      { ...due, wokenAt: IsNull() },
      { ...due, wokenAt: LessThan(longAgo) },
    ];
    return this.db.transaction(systemActor, async (tx) => {
      const jobs = await tx.find(JobRow, {
        select: { id: true, name: true },
        where,
        order: { createdAt: 'ASC', id: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
      });
      if (jobs.length > 0)
        await tx.update(
          JobRow,
          jobs.map((job) => job.id),
          { wokenAt: now },
        );
      return jobs.map(({ id, name }) => ({ id, name }));
    });
  }
}
