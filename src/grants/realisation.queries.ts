import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { VatTreatment } from '../courses/vat.rules.js';
import type { CreditReason } from './settlement.rules.js';
import type { SliceOf } from './slice.rules.js';

/** One invoice or credit note with what it is about. Dates are local. */
export interface RealisationRow {
  readonly id: string;
  readonly regionId: string;
  /** Null for a cost that nothing was reserved for; so is what it is about then; an order has no session. */
  readonly commitmentId: string | null;
  readonly sessionId: string | null;
  readonly subject: string | null;
  readonly grantLineId: string;
  readonly lineTitle: string;
  readonly decisionNumber: string;
  readonly grantYear: number;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly supplier: string;
  readonly invoiceNumber: string;
  readonly invoiceDate: string;
  readonly costDate: string;
  readonly vatTreatment: VatTreatment;
  readonly recordedAt: Date;
  /** The invoice that this credit note takes back, and why; null for an invoice. */
  readonly invoiceId: string | null;
  readonly reason: CreditReason | null;
  /** What the supplier sent; null for what was typed in. */
  readonly receivedInvoiceId: string | null;
  /** Negative for a credit note. */
  readonly amountCents: bigint;
  /** What credit notes took back of this invoice, as a positive amount. */
  readonly creditedCents: bigint;
}

type SqlRow = Omit<RealisationRow, 'amountCents' | 'creditedCents'> & {
  readonly amountCents: string;
  readonly creditedCents: string;
};

@Injectable()
export class RealisationQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Those whose supplier or number holds the text, the newest first, and how many there are on all pages. */
  list(
    actor: Actor,
    q: string | null,
    sliceOf: SliceOf,
  ): Promise<{ items: RealisationRow[]; total: number }> {
    return this.db.read(actor, async (tx) => {
      const found = `where $1::text is null or strpos(lower(r.supplier || ' ' || r.invoice_number), lower($1)) > 0`;
      const counted = await tx.query<{ total: number }[]>(
        `select count(*)::int total from realisation r ${found}`,
        [q],
      );
      const total = counted[0]?.total ?? 0;
      const { limit, offset } = sliceOf(total);
      const rows = await tx.query<SqlRow[]>(`${SELECT} ${found} order by r.id desc limit $2 offset $3`, [
        q,
        limit,
        offset,
      ]);
      return { items: rows.map(rowOf), total };
    });
  }

  /** What was invoiced on a commitment, in the order in which it was recorded. */
  async ofCommitment(actor: Actor, commitmentId: string): Promise<RealisationRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<SqlRow[]>(`${SELECT} where r.commitment_id = $1 order by r.id`, [commitmentId]),
    );
    return rows.map(rowOf);
  }

  /** The credit notes on an invoice, in the order in which they were recorded. */
  async creditNotesOn(actor: Actor, invoiceId: string): Promise<RealisationRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<SqlRow[]>(`${SELECT} where r.invoice_id = $1 order by r.id`, [invoiceId]),
    );
    return rows.map(rowOf);
  }

  /**
   * One invoice or credit note.
   * @throws DomainError 'not-found'
   */
  look(actor: Actor, id: string): Promise<RealisationRow> {
    return this.db.read(actor, (tx) => this.find(tx, id));
  }

  /** The same inside a transaction, to decide on under its lock. */
  async find(tx: Tx, id: string): Promise<RealisationRow> {
    const rows = await tx.query<SqlRow[]>(`${SELECT} where r.id = $1`, [id]);
    if (!rows[0]) throw new DomainError('not-found');
    return rowOf(rows[0]);
  }
}

const SELECT = `select r.id, r.region_id "regionId", r.commitment_id "commitmentId", k.session_id "sessionId", coalesce(c.title, k.description) subject,
    r.grant_line_id "grantLineId", l.title "lineTitle", g.decision_number "decisionNumber", l.year "grantYear",
    m.id "municipalityId", m.name "municipalityName", r.supplier, r.invoice_number "invoiceNumber",
    r.invoice_date::text "invoiceDate", r.cost_date::text "costDate", r.vat_treatment "vatTreatment", r.recorded_at "recordedAt",
    r.invoice_id "invoiceId", r.reason, r.received_invoice_id "receivedInvoiceId", r.amount_cents "amountCents",
    (select coalesce(-sum(n.amount_cents), 0)::bigint from realisation n where n.invoice_id = r.id) "creditedCents"
  from realisation r
  join grant_line l on l.id = r.grant_line_id
  join grant_award g on g.id = l.grant_id
  join municipality m on m.id = r.municipality_id
  left join commitment k on k.id = r.commitment_id
  left join session s on s.id = k.session_id
  left join course c on c.id = s.course_id`;

function rowOf(row: SqlRow): RealisationRow {
  return {
    ...row,
    amountCents: BigInt(row.amountCents),
    creditedCents: BigInt(row.creditedCents),
  };
}
