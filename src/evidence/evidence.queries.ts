import { Inject, Injectable } from '@nestjs/common';
import type { VatTreatment } from '../courses/vat.rules.js';
import type { LinePayer } from '../grants/award.rules.js';
import type { DecisionKind } from '../grants/decision.rules.js';
import type { CreditReason } from '../grants/settlement.rules.js';
import { Database, type Tx } from '../platform/database/database.js';
import type { SessionStatus } from '../sessions/session-life.rules.js';
import type { Actor } from '../shared/actor.js';
import type { DocumentType } from '../shared/document-type.js';
import type { Booked } from './evidence.rules.js';

/** Of what there is evidence: what counts in one year of one grant, of the bookings up to one of them. */
export interface EvidenceScope {
  readonly grantId: string;
  readonly year: number;
  readonly upTo: string;
}

/** A sum of bookings with their numbers, in order. */
export interface BookedRow extends Booked {
  readonly bookings: readonly string[];
}

export interface EvidenceGrant {
  readonly decisionNumber: string;
  readonly title: string;
  readonly leadMunicipality: string;
  readonly regionName: string;
  /** When the last booking was recorded; null where there is none. */
  readonly bookedAt: Date | null;
  /** Whether the statement of the year is one that was kept. */
  readonly isKept: boolean;
}

export interface LineRow extends BookedRow {
  readonly code: string;
  readonly title: string;
  readonly year: number;
  readonly paidBy: LinePayer;
}

/** A session or an order with what was booked on it. Dates are local. */
export interface CommitmentRow extends BookedRow {
  readonly commitmentId: string;
  readonly title: string;
  /** The first day of the training, or when what was ordered will have been delivered. */
  readonly date: string;
  readonly municipalityName: string;
  /** Still reserved, of whatever year. */
  readonly openCents: bigint;
}

export interface PaidSession extends CommitmentRow {
  readonly sessionId: string;
  readonly status: SessionStatus;
}

/** A file that was kept, with its size in bytes and the hash that it had then. */
export interface KeptFile {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
  /** The local date on which it came. */
  readonly keptOn: string;
}
export interface KeptDocument extends KeptFile {
  readonly type: DocumentType;
}

/** An invoice or credit note with what was booked of it. */
export interface InvoiceRow extends BookedRow {
  readonly id: string;
  readonly commitmentId: string | null;
  readonly supplier: string;
  readonly invoiceNumber: string;
  readonly invoiceDate: string;
  readonly costDate: string;
  readonly amountCents: bigint;
  readonly vatTreatment: VatTreatment;
  /** The number of the invoice that a credit note takes back, and why. */
  readonly creditedNumber: string | null;
  readonly reason: CreditReason | null;
  /** The e-invoice; null where it was typed in or came in a list. */
  readonly document: KeptFile | null;
}

export interface EvidenceDecision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly reference: string;
  readonly decidedOn: string;
  readonly reason: string;
  readonly awardChangeCents: bigint;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  /** Amounts in cents, as text. */
  readonly budgets: readonly {
    readonly line: string;
    readonly year: number;
    readonly municipality: string;
    readonly cents: string;
  }[];
  readonly documents: readonly KeptDocument[];
}

/** What finance may see of a grant and a year, without any participant. */
export interface EvidenceBooks {
  readonly grant: EvidenceGrant;
  readonly lines: readonly LineRow[];
  readonly sessions: readonly PaidSession[];
  readonly orders: readonly CommitmentRow[];
  readonly otherCosts: BookedRow;
  readonly invoices: readonly InvoiceRow[];
  readonly decisions: readonly EvidenceDecision[];
}

@Injectable()
export class EvidenceQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** What the books say, in one short look. */
  look(actor: Actor, { grantId, year, upTo }: EvidenceScope): Promise<EvidenceBooks> {
    const scope = [grantId, year, upTo];
    return this.db.read(actor, async (tx) => {
      const [grant] = await tx.query<EvidenceGrant[]>(GRANT, scope);
      const [otherCosts] = await booked<BookedRow>(tx, OTHER_COSTS, scope);
      return {
        grant: grant!,
        lines: await booked<LineRow>(tx, LINES, scope),
        sessions: await booked<PaidSession>(tx, SESSIONS, scope),
        orders: await booked<CommitmentRow>(tx, ORDERS, scope),
        otherCosts: otherCosts!,
        invoices: await booked<InvoiceRow>(tx, INVOICES, scope),
        decisions: await booked<EvidenceDecision>(tx, DECISIONS, [grantId]),
      };
    });
  }

  /** The bytes of an e-invoice as it came. */
  receivedFile(actor: Actor, id: string): Promise<Buffer> {
    return this.content(actor, 'select content from received_file where id = $1', id);
  }

  private async content(actor: Actor, statement: string, id: string): Promise<Buffer> {
    const [found] = await this.db.read(actor, (tx) => tx.query<{ content: Buffer }[]>(statement, [id]));
    return found!.content;
  }
}

/** Rows with amounts, which PostgreSQL sends as text: the columns whose names end in 'Cents'. */
export async function booked<Row>(tx: Tx, statement: string, values: readonly unknown[]): Promise<Row[]> {
  const rows = await tx.query<Record<string, unknown>[]>(statement, [...values]);
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          name.endsWith('Cents') ? BigInt(value as string) : value,
        ]),
      ) as Row,
  );
}

/** The bookings that there is evidence of: $1 a grant, $2 a year, $3 the last booking. */
export const EVIDENCED = `select e.* from ledger_entry e join grant_line l on l.id = e.grant_line_id
  where l.grant_id = $1 and e.year = $2 and e.id <= $3`;
const SUMS = `coalesce(array_agg(e.id::text order by e.id), '{}') bookings,
  coalesce(sum(e.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint "committedCents",
  coalesce(sum(e.amount_cents) filter (where e.kind = 'realisation'), 0)::bigint "realisedCents"`;
const OPEN = `(select coalesce(sum(o.amount_cents), 0)::bigint from ledger_entry o
  where o.commitment_id = k.id and o.kind = 'commitment' and o.id <= $3) "openCents"`;

const GRANT = `select g.decision_number "decisionNumber", g.title, m.name "leadMunicipality", r.name "regionName",
    (select e.recorded_at from ledger_entry e where e.id = $3) "bookedAt",
    exists (select from statement_version v join accounting_year y using (region_id, year)
      where v.region_id = g.region_id and v.year = $2 and y.closed_at is not null) "isKept"
  from grant_award g join municipality m on m.id = g.lead_municipality_id join region r on r.id = g.region_id where g.id = $1`;

const LINES = `select l.code, l.title, l.year, l.paid_by "paidBy", ${SUMS}
  from (${EVIDENCED}) e join grant_line l on l.id = e.grant_line_id group by l.id order by l.year, l.code`;

// A title is that of the last booking, by which it stands in the ledger.
const SESSIONS = `select k.id "commitmentId", s.id "sessionId", s.status, (array_agg(e.subject order by e.id desc))[1] title,
    (select min(p.local_date)::text from session_part p where p.session_id = s.id) date, m.name "municipalityName", ${OPEN}, ${SUMS}
  from (${EVIDENCED}) e join commitment k on k.id = e.commitment_id join session s on s.id = k.session_id
  join municipality m on m.id = k.municipality_id
  group by k.id, s.id, m.name order by date, s.id`;

const ORDERS = `select k.id "commitmentId", k.description title, k.cost_date::text date, m.name "municipalityName", ${OPEN}, ${SUMS}
  from (${EVIDENCED}) e join commitment k on k.id = e.commitment_id and k.session_id is null
  join municipality m on m.id = k.municipality_id
  group by k.id, m.name order by k.cost_date, k.id`;

const OTHER_COSTS = `select ${SUMS} from (${EVIDENCED}) e where e.commitment_id is null`;

const KEPT = `'id', f.id, 'size', octet_length(f.content), 'sha256', f.sha256`;

const INVOICES = `select r.id, r.commitment_id "commitmentId", r.supplier, r.invoice_number "invoiceNumber", r.invoice_date::text "invoiceDate",
    r.cost_date::text "costDate", r.amount_cents "amountCents", r.vat_treatment "vatTreatment", o.invoice_number "creditedNumber", r.reason,
    (select json_build_object(${KEPT}, 'keptOn', (f.received_at at time zone 'Europe/Amsterdam')::date::text)
      from received_invoice i join received_file f on f.id = i.file_id
      where i.id = r.received_invoice_id and f.media_type = 'application/xml') document, ${SUMS}
  from (${EVIDENCED}) e join realisation r on r.id = e.source_id left join realisation o on o.id = r.invoice_id
  where e.source_type in ('invoice', 'credit-note') group by r.id, o.invoice_number order by min(e.id)`;

const DECISIONS = `select d.id, d.kind, d.reference, d.decided_on::text "decidedOn", d.reason, d.award_change_cents "awardChangeCents",
    d.recorded_at "recordedAt", account_name(d.recorded_by) "recordedBy",
    coalesce((select json_agg(json_build_object('line', l.title, 'year', l.year, 'municipality', m.name, 'cents', b.amount_cents::text)
      order by l.year, l.code, m.name) from budget_change b join grant_line l on l.id = b.grant_line_id
      join municipality m on m.id = b.municipality_id where b.decision_id = d.id), '[]') budgets,
    coalesce((select json_agg(json_build_object('id', f.id, 'size', f.size, 'sha256', f.sha256, 'type', f.media_type,
      'keptOn', (f.uploaded_at at time zone 'Europe/Amsterdam')::date::text) order by f.id)
      from decision_document f where f.decision_id = d.id), '[]') documents
  from grant_decision d where d.grant_id = $1 order by d.decided_on, d.id`;
