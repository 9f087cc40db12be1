import { Inject, Injectable } from '@nestjs/common';
import type { VatTreatment } from '../courses/vat.rules.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import { BOOKINGS_WHERE, filterValues, type LedgerFilter } from './ledger.queries.js';
import type { SliceOf } from './slice.rules.js';

/** What was reserved and spent on one session. Amounts are cents as text, dates local. */
export interface SessionSpendingRow {
  readonly session_id: string;
  /** The first day and the course, as they were booked last. */
  readonly session_date: string | null;
  readonly subject: string;
  readonly municipalities: string;
  readonly decisions: string;
  readonly lines: string;
  /** The numbers of the invoices and credit notes; null before the first. */
  readonly invoices: string | null;
  /** What was ever reserved, less what was called off; what is open of it; and what is spent. */
  readonly reserved_cents: string;
  readonly open_cents: string;
  readonly realised_cents: string;
  readonly is_demo: boolean;
}

/** What was spent at one supplier with one treatment of VAT. Amounts are cents as text and include VAT. */
export interface SupplierSpendingRow {
  /** Null for what municipalities took over from each other, which is nobody's invoice. */
  readonly supplier: string | null;
  readonly vat_treatment: VatTreatment | null;
  readonly invoices: number;
  readonly credit_notes: number;
  readonly invoiced_cents: string;
  /** Negative. */
  readonly credited_cents: string;
  readonly realised_cents: string;
}

/** One page of rows, with what all pages together count and add up to. */
export interface Spending<Row> {
  readonly items: readonly Row[];
  readonly total: number;
  readonly sums: Readonly<Record<string, bigint>>;
}

/** The bookings that a filter of the ledger shows, added up. */
@Injectable()
export class SpendingQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Per session, the earliest first. */
  perSession(actor: Actor, filter: LedgerFilter, sliceOf: SliceOf): Promise<Spending<SessionSpendingRow>> {
    return this.spending(actor, filter, sliceOf, {
      from: PER_SESSION,
      order: 'session_date, subject, session_id',
      amounts: ['reserved_cents', 'open_cents', 'realised_cents'],
    });
  }

  /** Per supplier and treatment of VAT, by name. */
  perSupplier(actor: Actor, filter: LedgerFilter, sliceOf: SliceOf): Promise<Spending<SupplierSpendingRow>> {
    return this.spending(actor, filter, sliceOf, {
      from: PER_SUPPLIER,
      order: 'lower(supplier) nulls last, vat_treatment',
      amounts: ['invoiced_cents', 'credited_cents', 'realised_cents'],
    });
  }

  private spending<Row>(
    actor: Actor,
    filter: LedgerFilter,
    sliceOf: SliceOf,
    { from, order, amounts }: { from: string; order: string; amounts: readonly string[] },
  ): Promise<Spending<Row>> {
    return this.db.read(actor, async (tx) => {
      const values = filterValues(filter);
      const added = amounts.map((amount) => `coalesce(sum(${amount}), 0)::bigint ${amount}`);
      const [found] = await tx.query<[{ total: number } & Record<string, string>]>(
        `select count(*)::int total, ${added.join(', ')} from (${from}) per`,
        values,
      );
      const { limit, offset } = sliceOf(found.total);
      const items = await tx.query<Row[]>(
        `select * from (${from}) per order by ${order} limit $10 offset $11`,
        [...values, limit, offset],
      );
      const sums = Object.fromEntries(amounts.map((amount) => [amount, BigInt(found[amount]!)]));
      return { items, total: found.total, sums };
    });
  }
}

const PER_SESSION = `select e.session_id, (array_agg(e.session_date order by e.id desc))[1]::text session_date,
    (array_agg(e.subject order by e.id desc))[1] subject, string_agg(distinct e.municipality_name, ', ') municipalities,
    string_agg(distinct e.decision_number, ', ') decisions, string_agg(distinct e.line_code || ' ' || e.line_title, ', ') lines,
    string_agg(distinct e.invoice_number, ', ') invoices,
    coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment' and e.source_type not in ('invoice', 'credit-note')), 0)::bigint reserved_cents,
    coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint open_cents,
    coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::bigint realised_cents, bool_or(e.is_demo) is_demo
  from ledger_entry e ${BOOKINGS_WHERE} and e.session_id is not null group by e.session_id`;

const PER_SUPPLIER = `select (array_agg(e.supplier order by e.id desc))[1] supplier, e.vat_treatment,
    (count(distinct e.source_id) filter (where e.source_type = 'invoice'))::int invoices,
    (count(distinct e.source_id) filter (where e.source_type = 'credit-note'))::int credit_notes,
    coalesce(sum(e.amount_cents) filter (where e.source_type = 'invoice'), 0)::bigint invoiced_cents,
    coalesce(sum(e.amount_cents) filter (where e.source_type = 'credit-note'), 0)::bigint credited_cents,
    sum(e.amount_cents)::bigint realised_cents
  from ledger_entry e ${BOOKINGS_WHERE} and e.kind = 'realisation' group by lower(e.supplier), e.vat_treatment
  having max(e.supplier) is not null or sum(e.amount_cents) <> 0`;
