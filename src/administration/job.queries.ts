import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { pageOf, type Paged } from '../platform/database/paged.js';

export interface UnfinishedJobRow {
  readonly id: string;
  readonly name: string;
  readonly status: 'waiting' | 'failed';
  readonly attempts: number;
  readonly run_at: Date;
  readonly last_error: string | null;
}

export interface QueueFigures {
  readonly waiting: number;
  readonly failed: number;
  readonly done_today: number;
  readonly facts_undispatched: number;
  readonly oldest_fact_at: Date | null;
}

const DAY_MS = 24 * 60 * 60_000;

/** The work behind the screen. It belongs to no region: its rows hold ids only. */
@Injectable()
export class JobQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What failed or waits for a next attempt, what failed first; `q` is part of the reason. */
  unfinished(
    actor: Actor,
    { job, q }: { readonly job: string | null; readonly q: string | null },
    slice: { readonly page: number; readonly pageSize: number },
  ): Promise<Paged<UnfinishedJobRow>> {
    return this.db.read(actor, (tx) =>
      pageOf<UnfinishedJobRow>(
        tx,
        {
          select: 'id, name, status, attempts, run_at, last_error',
          from: `from job where status in ('waiting', 'failed')
            and ($1::text is null or name = $1) and ($2::text is null or strpos(lower(last_error), lower($2)) > 0)`,
          orderBy: 'status, run_at, id',
          params: [job, q],
        },
        slice,
      ),
    );
  }

  /** The jobs of which one is unfinished, to choose from. */
  async unfinishedNames(actor: Actor): Promise<string[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<{ name: string }[]>("select distinct name from job where status in ('waiting', 'failed')"),
    );
    return rows.map(({ name }) => name);
  }

  async figures(actor: Actor): Promise<QueueFigures> {
    const dayAgo = new Date(this.clock.now().getTime() - DAY_MS);
    const rows = await this.db.read(actor, (tx) =>
      tx.query<QueueFigures[]>(
        `select (select count(*)::int from job where status = 'waiting') waiting,
           (select count(*)::int from job where status = 'failed') failed,
           (select count(*)::int from job where status = 'done' and done_at > $1) done_today,
           (select count(*)::int from outbox where dispatched_at is null) facts_undispatched,
           (select min(created_at) from outbox where dispatched_at is null) oldest_fact_at`,
        [dayAgo],
      ),
    );
    return rows[0]!;
  }
}
