import { Inject, Injectable } from '@nestjs/common';
import type { SliceOf } from '../grants/slice.rules.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Actor } from '../shared/actor.js';
import type { Candidate } from './matching.rules.js';
import type { ReceivedDocument, ReceivedState, SetAsideReason } from './received-document.rules.js';

/** A received invoice or credit note with where it stands. */
export interface ReceivedRow extends ReceivedDocument {
  readonly id: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly state: ReceivedState;
  readonly setAsideReason: SetAsideReason | null;
  readonly setAsideBy: string | null;
  readonly realisationId: string | null;
}

/** An open commitment that an invoice may be of. */
export interface CommitmentCandidate extends Candidate {
  readonly id: string;
  /** The course of the session, or what was ordered. */
  readonly subject: string;
  readonly municipalityName: string;
  readonly lineTitle: string;
  readonly isDemo: boolean;
}

/** A booked invoice that a credit note may take back. */
export interface InvoiceCandidate extends Candidate {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly municipalityName: string;
  readonly lineTitle: string;
}

/** What was kept of a file. */
export interface KeptFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

type Cents<Row> = Omit<Row, 'amountCents'> & { readonly amountCents: string };
const MOST_CANDIDATES = 500;

@Injectable()
export class ReceivedInvoiceQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** Those that stand so, the ones that came first at the top, and how many stand each way. */
  list(
    actor: Actor,
    state: ReceivedState,
    sliceOf: SliceOf,
  ): Promise<{ items: ReceivedRow[]; counts: Readonly<Record<ReceivedState, number>> }> {
    return this.db.read(actor, async (tx) => {
      const counted = await tx.query<{ state: ReceivedState; count: number }[]>(
        `select state, count(*)::int count from (${SELECT}) r group by state`,
      );
      const counts = { waiting: 0, booked: 0, 'set-aside': 0 };
      for (const { state: each, count } of counted) counts[each] = count;
      const { limit, offset } = sliceOf(counts[state]);
      const direction = state === 'waiting' ? '' : 'desc';
      const rows = await tx.query<Cents<ReceivedRow>[]>(
        `select * from (${SELECT}) r where state = $1 order by id ${direction} limit $2 offset $3`,
        [state, limit, offset],
      );
      return { items: rows.map(rowOf), counts };
    });
  }

  /** @throws DomainError 'not-found' */
  look(actor: Actor, id: string): Promise<ReceivedRow> {
    return this.db.read(actor, (tx) => this.find(tx, id));
  }

  /** The same inside a transaction. */
  async find(tx: Tx, id: string): Promise<ReceivedRow> {
    const [row] = await tx.query<Cents<ReceivedRow>[]>(`select * from (${SELECT}) r where id = $1`, [id]);
    if (!row) throw new DomainError('not-found');
    return rowOf(row);
  }

  /** @throws DomainError 'not-found' */
  async file(actor: Actor, id: string): Promise<KeptFile> {
    const [found] = await this.db.read(actor, (tx) =>
      tx.query<KeptFile[]>(
        `select f.file_name "fileName", f.media_type "mediaType", f.content from received_file f
         join received_invoice r on r.file_id = f.id where r.id = $1`,
        [id],
      ),
    );
    if (!found) throw new DomainError('not-found');
    return found;
  }

  /** The commitments that are still open, the session that came first at the top, at most 500. */
  async openCommitments(actor: Actor): Promise<CommitmentCandidate[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<
        (Omit<CommitmentCandidate, 'openCents' | 'names' | 'supplier'> & {
          readonly supplier: string;
          readonly openCents: string;
        })[]
      >(
        `select k.id, coalesce(v.name, k.supplier) supplier, coalesce(c.title, k.description) subject, m.name "municipalityName", l.title "lineTitle", k.is_demo "isDemo",
           coalesce((select array_agg(p.local_date::text order by p.ordinal) from session_part p where p.session_id = k.session_id),
             array[k.cost_date::text]) dates,
           (select coalesce(sum(e.amount_cents), 0)::bigint from ledger_entry e
             where e.commitment_id = k.id and e.kind = 'commitment') "openCents"
         from commitment k
         left join session s on s.id = k.session_id
         left join course c on c.id = s.course_id
         left join provider v on v.id = c.provider_id
         join grant_line l on l.id = k.grant_line_id
         join municipality m on m.id = k.municipality_id
         where k.settled_at is null order by dates, k.id limit ${MOST_CANDIDATES}`,
      ),
    );
    return rows.map((row) => ({
      ...row,
      openCents: BigInt(row.openCents),
      names: [row.subject, row.municipalityName],
    }));
  }

  /** The invoices of which something is still booked, the newest first, at most 500. */
  async creditable(actor: Actor): Promise<InvoiceCandidate[]> {
    const rows = await this.db.read(actor, (tx) =>
      tx.query<
        (Omit<InvoiceCandidate, 'openCents' | 'names' | 'dates'> & {
          readonly costDate: string;
          readonly openCents: string;
        })[]
      >(
        `select * from (
           select r.id, r.supplier, r.invoice_number "invoiceNumber", r.cost_date::text "costDate", m.name "municipalityName",
             l.title "lineTitle",
             r.amount_cents + (select coalesce(sum(n.amount_cents), 0)::bigint from realisation n where n.invoice_id = r.id) "openCents"
           from realisation r
           join grant_line l on l.id = r.grant_line_id
           join municipality m on m.id = r.municipality_id
           where r.invoice_id is null) i
         where "openCents" > 0 order by id desc limit ${MOST_CANDIDATES}`,
      ),
    );
    return rows.map((row) => ({
      ...row,
      openCents: BigInt(row.openCents),
      dates: [row.costDate],
      names: [row.invoiceNumber],
    }));
  }
}

const SELECT = `select r.id, r.file_id "fileId", f.file_name "fileName", f.received_at "receivedAt", account_name(f.received_by) "receivedBy",
    r.kind, r.supplier, r.invoice_number "invoiceNumber", r.invoice_date::text "invoiceDate", r.amount_cents "amountCents",
    r.vat_treatment "vatTreatment", r.delivered_on::text "deliveredOn", r.about, r.credits,
    r.set_aside_reason "setAsideReason", account_name(r.set_aside_by) "setAsideBy", b.id "realisationId",
    case when b.id is not null then 'booked' when r.set_aside_at is not null then 'set-aside' else 'waiting' end state
  from received_invoice r
  join received_file f on f.id = r.file_id
  left join realisation b on b.received_invoice_id = r.id and not taken_back_as_wrong(b)`;

function rowOf(row: Cents<ReceivedRow>): ReceivedRow {
  return { ...row, amountCents: BigInt(row.amountCents) };
}
