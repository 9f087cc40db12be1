import { Inject, Injectable } from '@nestjs/common';
import type { SliceOf } from '../grants/slice.rules.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { ColumnMapping } from './column-mapping.rules.js';
import { reconcile, type OurBooking, type Reconciled, type TheirLine } from './reconciling.rules.js';

/** A file that was read; its year is null until someone said which column holds what. */
export interface ReconciliationRow {
  readonly id: string;
  readonly year: number | null;
  readonly fileName: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

export interface ReadFile extends ReconciliationRow {
  readonly content: Buffer;
}

@Injectable()
export class ReconciliationQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** The files that were read, the newest first, and how many there are on all pages. */
  list(actor: Actor, sliceOf: SliceOf): Promise<{ items: ReconciliationRow[]; total: number }> {
    return this.db.read(actor, async (tx) => {
      const [counted] = await tx.query<[{ total: number }]>('select count(*)::int total from reconciliation');
      const { limit, offset } = sliceOf(counted.total);
      const items = await tx.query<ReconciliationRow[]>(
        `select ${COLUMNS} from reconciliation n order by n.uploaded_at desc, n.id limit $1 offset $2`,
        [limit, offset],
      );
      return { items, total: counted.total };
    });
  }

  /** @throws DomainError 'not-found' */
  async file(actor: Actor, id: string): Promise<ReadFile> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<ReadFile[]>(`select ${COLUMNS}, n.content from reconciliation n where n.id = $1`, [id]),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /** How the columns of the last file were divided; null before the first. */
  async lastMapping(actor: Actor): Promise<ColumnMapping | null> {
    const [last] = await this.db.read(actor, (tx) =>
      tx.query<{ mapping: ColumnMapping }[]>(
        'select mapping from reconciliation where mapping is not null order by uploaded_at desc, id limit 1',
      ),
    );
    return last?.mapping ?? null;
  }

  /** The lines of a file held against our bookings of its year, as these are now. */
  reconciled(actor: Actor, { id, year }: ReconciliationRow): Promise<Reconciled[]> {
    return this.db.read(actor, async (tx) => {
      const theirs = await tx.query<Cents<TheirLine>[]>(
        `select line, invoice_key(invoice_number) "key", invoice_number "invoiceNumber", supplier, reference, amount_cents "amountCents"
         from reconciliation_line where reconciliation_id = $1 order by line`,
        [id],
      );
      const ours = await tx.query<Cents<OurBooking>[]>(
        `select r.id "realisationId", invoice_key(r.invoice_number) "key", r.invoice_number "invoiceNumber", r.supplier,
           sum(e.amount_cents)::bigint "amountCents"
         from ledger_entry e join realisation r on r.id = e.source_id
         where e.kind = 'realisation' and e.year = $1 group by r.id order by r.id`,
        [year],
      );
      return reconcile(theirs.map(inCents), ours.map(inCents));
    });
  }
}

type Cents<Row> = Omit<Row, 'amountCents'> & { readonly amountCents: string };

function inCents<Row extends { readonly amountCents: string }>(row: Row) {
  return { ...row, amountCents: BigInt(row.amountCents) };
}

const COLUMNS =
  'n.id, n.year, n.file_name "fileName", n.uploaded_at "uploadedAt", account_name(n.uploaded_by) "uploadedBy"';
