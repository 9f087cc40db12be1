import { Inject, Injectable } from '@nestjs/common';
import type { VatTreatment } from '../courses/vat.rules.js';
import type { CommitmentPart } from '../grants/extra-cost.rules.js';
import type { LedgerKind, LedgerSource } from '../grants/ledger.rules.js';
import type { SharingKey } from '../grants/share.rules.js';
import { Database } from '../platform/database/database.js';
import type { Actor } from '../shared/actor.js';
import { booked, EVIDENCED, type EvidenceScope } from './evidence.queries.js';

/** From what a session or an order is paid, and how it came to that. */
export interface CommitmentFacts {
  readonly decisionNumber: string;
  readonly lineCode: string;
  readonly lineTitle: string;
  readonly lineYear: number;
  /** Who gives the training, or delivers what was ordered. */
  readonly supplier: string;
  readonly amountCents: bigint;
  readonly isDemo: boolean;
  readonly committedAt: Date;
  readonly settledAt: Date | null;
  /** Of a session, in order; of an order none. */
  readonly dates: readonly string[];
}

export interface PartOfCommitment {
  readonly kind: CommitmentPart['kind'];
  readonly description: string;
  readonly amountCents: bigint;
  readonly vatTreatment: VatTreatment;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** A booking with who made it; null for the platform itself. */
export interface BookingRow {
  readonly id: string;
  readonly bookedOn: string;
  readonly kind: LedgerKind;
  readonly amountCents: bigint;
  readonly sourceType: LedgerSource;
  readonly municipalityName: string;
  readonly supplier: string | null;
  readonly invoiceNumber: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** What a municipality bore from one time on that the cost of a session was shared. */
export interface SharedRow {
  readonly number: number;
  readonly key: SharingKey;
  readonly municipalityName: string;
  readonly units: number;
  readonly amountCents: bigint;
  readonly sharedAt: Date;
  readonly sharedBy: string | null;
}

export interface CommitmentEvidence {
  readonly facts: CommitmentFacts;
  readonly parts: readonly PartOfCommitment[];
  readonly bookings: readonly BookingRow[];
  readonly shares: readonly SharedRow[];
}

@Injectable()
export class EvidenceCommitmentQueries {
  constructor(@Inject(Database) private readonly db: Database) {}

  /** All that the books say of one commitment of the year. */
  look(actor: Actor, { grantId, year, upTo }: EvidenceScope, id: string): Promise<CommitmentEvidence> {
    return this.db.read(actor, async (tx) => {
      const [facts] = await booked<CommitmentFacts>(tx, FACTS, [id]);
      return {
        facts: facts!,
        parts: await booked<PartOfCommitment>(tx, PARTS, [id]),
        bookings: await booked<BookingRow>(tx, BOOKINGS, [grantId, year, upTo, id]),
        shares: await booked<SharedRow>(tx, SHARES, [id]),
      };
    });
  }
}

const FACTS = `select g.decision_number "decisionNumber", l.code "lineCode", l.title "lineTitle", l.year "lineYear",
    coalesce(k.supplier, v.name) supplier, k.amount_cents "amountCents", k.is_demo "isDemo", k.committed_at "committedAt", k.settled_at "settledAt",
    array(select p.local_date::text from session_part p where p.session_id = k.session_id order by p.ordinal) dates
  from commitment k join grant_line l on l.id = k.grant_line_id join grant_award g on g.id = l.grant_id
  left join session s on s.id = k.session_id left join course c on c.id = s.course_id left join provider v on v.id = c.provider_id
  where k.id = $1`;

const PARTS = `select p.kind, p.description, p.amount_cents "amountCents", p.vat_treatment "vatTreatment", p.reason,
    p.recorded_at "recordedAt", account_name(p.account_id) "recordedBy"
  from commitment_part p where p.commitment_id = $1 order by p.number`;

const BOOKINGS = `select e.id, e.booked_on::text "bookedOn", e.kind, e.amount_cents "amountCents", e.source_type "sourceType",
    e.municipality_name "municipalityName", e.supplier, e.invoice_number "invoiceNumber", e.recorded_at "recordedAt",
    account_name(e.account_id) "recordedBy"
  from (${EVIDENCED}) e where e.commitment_id = $4 order by e.id`;

const SHARES = `select c.number, c.key, m.name "municipalityName", c.units, c.amount_cents "amountCents", c.shared_at "sharedAt",
    account_name(c.account_id) "sharedBy"
  from cost_share c join municipality m on m.id = c.municipality_id
  where c.session_id = (select session_id from commitment where id = $1) order by c.number, m.cbs_code`;
