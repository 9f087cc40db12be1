import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import type { LedgerFilter } from './ledger.queries.js';
import type { LedgerFormat } from './ledger.rules.js';
import type { SliceOf } from './slice.rules.js';

/** A download that was made, with the names of what it was filtered by as they are now. */
export interface LedgerDownloadRow {
  readonly id: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly format: LedgerFormat;
  readonly filter: LedgerFilter;
  readonly line: string | null;
  readonly municipality: string | null;
  readonly decision: string | null;
  readonly upTo: string;
  readonly bookings: number;
  readonly layout: number;
  readonly sha256: string;
}

@Injectable()
export class LedgerDownloadQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The downloads that were made, the newest first, and how many there are on all pages. */
  list(actor: Actor, sliceOf: SliceOf): Promise<{ items: LedgerDownloadRow[]; total: number }> {
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<[{ total: number }]>(
        'select count(*)::int total from ledger_download',
      );
      const { limit, offset } = sliceOf(counted.total);
      const items = await tx.query<LedgerDownloadRow[]>(
        `select d.id, d.made_at "madeAt", account_name(d.made_by) "madeBy", d.format, d.filter, d.up_to "upTo", d.bookings, d.layout,
           d.sha256, l.title line, m.name municipality, g.decision_number decision
         from ledger_download d
         left join grant_line l on l.id = (d.filter ->> 'line')::uuid
         left join municipality m on m.id = (d.filter ->> 'municipality')::uuid
         left join grant_award g on g.id = (d.filter ->> 'grant')::uuid
         order by d.made_at desc, d.id desc limit $1 offset $2`,
        [limit, offset],
      );
      return { items, total: counted.total };
    });
  }
}
