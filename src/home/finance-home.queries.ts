import { Inject, Injectable } from '@nestjs/common';
import type { Standing } from '../grants/budget.rules.js';
import type { Actor } from '../shared/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { localDateOf, ZONE } from '../shared/local-date.js';

/** How a grant line stands. */
export interface LineStanding extends Standing {
  readonly year: number;
  readonly title: string;
}

interface LineStandingRow {
  readonly year: number;
  readonly title: string;
  readonly granted_cents: string;
  readonly granted_is_demo: boolean;
  readonly committed_cents: string;
  readonly committed_is_demo: boolean;
  readonly realised_cents: string;
}

export interface OpenCommitmentRow {
  readonly id: string;
  readonly subject: string;
  readonly municipality_name: string;
  readonly dates: readonly string[];
  /** What of it has not been invoiced. */
  readonly open_cents: string;
  readonly is_demo: boolean;
  /** How many are open in all. */
  readonly total: number;
}

/** A budget with less than nothing free. */
export interface OverspentRow {
  readonly grantId: string;
  readonly title: string;
  readonly municipality: string;
  readonly shortCents: bigint;
  readonly isDemo: boolean;
}

/** An invoice as its supplier sent it, and how many wait in all. */
export interface ReceivedInvoiceRow {
  readonly id: string;
  readonly supplier: string;
  readonly invoiceNumber: string;
  readonly amountCents: bigint;
  readonly total: number;
}

/** Commitments `k` of sessions that were over at `now`, and of orders of before that day, that wait for their last invoice; `d` has their days. */
export const TO_INVOICE = (now: string) => `
  from commitment k
  left join session s on s.id = k.session_id
  left join course c on c.id = s.course_id
  join municipality m on m.id = k.municipality_id
  join lateral (
    select coalesce(max(ends_at), (k.cost_date + 1)::timestamp at time zone '${ZONE}') ends_at,
      coalesce(max(local_date), k.cost_date) last_date,
      coalesce(array_agg(local_date::text order by ordinal) filter (where local_date is not null), array[k.cost_date::text]) dates
    from session_part where session_id = s.id) d on true
  where k.settled_at is null and d.ends_at <= ${now}`;

@Injectable()
export class FinanceHomeQueries {
  constructor(
    @Inject(Database) private readonly db: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The grant lines of this year, or of the newest year that has a grant. */
  async lines(actor: Actor): Promise<LineStanding[]> {
    const year = Number(localDateOf(this.clock.now()).slice(0, 4));
    const rows = await this.db.read(actor, (tx) =>
      tx.query<LineStandingRow[]>(
        `select l.year, l.title, sum(b.granted_cents)::bigint granted_cents, sum(b.committed_cents)::bigint committed_cents,
           sum(b.realised_cents)::bigint realised_cents, bool_or(b.granted_is_demo) granted_is_demo, bool_or(b.committed_is_demo) committed_is_demo
         from budget_standing b
         join grant_line l on l.id = b.grant_line_id
         where l.year = (select coalesce(max(year) filter (where year = $1), max(year)) from grant_line)
         group by l.id order by l.code, l.id`,
        [year],
      ),
    );
    return rows.map((row) => ({
      year: row.year,
      title: row.title,
      grantedCents: BigInt(row.granted_cents),
      grantedIsDemo: row.granted_is_demo,
      committedCents: BigInt(row.committed_cents),
      committedIsDemo: row.committed_is_demo,
      realisedCents: BigInt(row.realised_cents),
    }));
  }

  /** Years that are over and have not been closed, the oldest first: the last one, and earlier ones with spending. */
  toAccount(actor: Actor): Promise<{ readonly year: number }[]> {
    return this.db.read(actor, (tx) =>
      tx.query<{ year: number }[]>(
        `select year from (
           select year from ledger_entry where kind = 'realisation' union
           select $1::int from grant_award where $1::int between first_year and last_year) u
         where year <= $1 and not exists (select from accounting_year y where y.year >= u.year and y.closed_at is not null)
         order by year`,
        [Number(localDateOf(this.clock.now()).slice(0, 4)) - 1],
      ),
    );
  }

  /** Budgets on which shares of sessions fell that they did not hold, the newest grant first. */
  async overspent(actor: Actor): Promise<OverspentRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<(Omit<OverspentRow, 'shortCents'> & { shortCents: string })[]>(
        `select l.grant_id "grantId", l.title, m.name municipality, s.short "shortCents", b.granted_is_demo or b.committed_is_demo "isDemo"
         from budget_standing b
         join lateral (select b.committed_cents + b.realised_cents - b.granted_cents short) s on s.short > 0
         join grant_line l on l.id = b.grant_line_id
         join grant_award g on g.id = l.grant_id
         join municipality m on m.id = b.municipality_id
         order by l.year desc, g.decision_number, l.code, m.name`,
      ),
    );
    return rows.map((row) => ({ ...row, shortCents: BigInt(row.shortCents) }));
  }

  /** The received invoices that wait to be booked, the one that came first at the top, at most five. */
  async received(actor: Actor): Promise<ReceivedInvoiceRow[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<(Omit<ReceivedInvoiceRow, 'amountCents'> & { amountCents: string })[]>(
        `select r.id, r.supplier, r.invoice_number "invoiceNumber", r.amount_cents "amountCents", count(*) over ()::int total
         from received_invoice r join received_file f on f.id = r.file_id
         where r.set_aside_at is null and not exists (select from realisation b where b.received_invoice_id = r.id and not taken_back_as_wrong(b))
         order by f.received_at, r.id limit 5`,
      ),
    );
    return rows.map((row) => ({ ...row, amountCents: BigInt(row.amountCents) }));
  }

  /** Commitments of sessions that are over and wait for their invoice, the oldest first, at most ten. */
  toInvoice(actor: Actor): Promise<OpenCommitmentRow[]> {
    return this.db.read(actor, (tx) =>
      tx.query<OpenCommitmentRow[]>(
        `select k.id, coalesce(c.title, k.description) subject, m.name municipality_name, d.dates, k.is_demo, count(*) over ()::int total,
           (select coalesce(sum(e.amount_cents), 0)::bigint from ledger_entry e
             where e.commitment_id = k.id and e.kind = 'commitment') open_cents
         ${TO_INVOICE('$1')}
         order by d.ends_at, k.id limit 10`,
        [this.clock.now()],
      ),
    );
  }
}
