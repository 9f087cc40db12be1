import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database } from '../platform/database/database.js';
import type { VatTreatment } from './ledger.rules.js';
import type { SliceOf } from './slice.rules.js';

/** One recorded invoice. The amount is cents as text, the date local. */
export interface RealisationRow {
  readonly id: string;
  readonly commitment_id: string;
  readonly municipality_id: string;
  readonly supplier: string;
  readonly invoice_number: string;
  readonly invoice_date: string;
  readonly amount_cents: string;
  readonly vat_treatment: VatTreatment;
  readonly recorded_at: Date;
}

@Injectable()
export class RealisationQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Invoices whose supplier or number holds the text, the newest first, and how many there are on all pages. */
  list(
    actor: Actor,
    q: string | null,
    sliceOf: SliceOf,
  ): Promise<{ items: RealisationRow[]; total: number }> {
    return this.db.read(actor, async (tx) => {
      const found = `from realisation r where $1::text is null or strpos(lower(r.supplier || ' ' || r.invoice_number), lower($1)) > 0`;
      const counted = await tx.query<{ total: number }[]>(`select count(*)::int total ${found}`, [q]);
      const total = counted[0]?.total ?? 0;
      const { limit, offset } = sliceOf(total);
      const items = await tx.query<RealisationRow[]>(
        `select r.id, r.commitment_id, r.municipality_id, r.supplier, r.invoice_number, r.invoice_date::text, r.amount_cents,
           r.vat_treatment, r.recorded_at ${found} order by r.id desc limit $2 offset $3`,
        [q, limit, offset],
      );
      return { items, total };
    });
  }
}
