import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
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

/** The work behind the screen. It belongs to no region: its rows hold ids only. */
@Injectable()
export class JobQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

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
}
