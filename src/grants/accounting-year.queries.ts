import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';

@Injectable()
export class AccountingYearQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The last year that has been closed in the actor's region, or null. */
  async lastClosed(actor: Actor): Promise<number | null> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<{ year: number | null }[]>(
        'select max(year) "year" from accounting_year where region_id = $1 and closed_at is not null',
        [actor.regionId],
      ),
    );
    return found?.year ?? null;
  }

  /** The same, and no year is closed or opened before this transaction ends. Taken after the lock of a budget. */
  async hold(tx: Tx, regionId: string): Promise<number | null> {
    const [found] = await tx.query<{ year: number | null }[]>('select hold_accounting_years($1) "year"', [
      regionId,
    ]);
    return found?.year ?? null;
  }
}
