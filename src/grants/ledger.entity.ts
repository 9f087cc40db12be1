import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { VatTreatment } from '../courses/vat.rules.js';
import type { LedgerKind, LedgerSource } from './ledger.rules.js';
import type { CreditReason } from './settlement.rules.js';

/** One training taken off a municipality's allotment by a confirmed session. */
@Entity('allotment_use')
export class AllotmentUse {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'allotment_id' }) allotmentId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('timestamptz', { name: 'used_at' }) usedAt!: Date;
}

/** Money reserved for one confirmed session or one order; what is still open of it stands in the ledger. */
@Entity('commitment')
export class Commitment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Null for an order, which then has what is ordered, from whom, and when it will have been delivered (local date). */
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId!: string | null;
  @Column('text', { nullable: true }) supplier!: string | null;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('date', { name: 'cost_date', nullable: true }) costDate!: string | null;
  @Column('uuid', { name: 'grant_line_id' }) grantLineId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  /** Whole cents; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'amount_cents' }) amountCents!: string;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('timestamptz', { name: 'committed_at' }) committedAt!: Date;
  /** Set by the final invoice, or by the session or order being called off; no invoice is taken after it. */
  @Column('timestamptz', { name: 'settled_at', nullable: true }) settledAt!: Date | null;
}

/** An invoice on a commitment or straight on a budget, or a credit note on one of these; amounts include VAT. */
@Entity('realisation')
export class Realisation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Null for a cost that nothing was reserved for. */
  @Column('uuid', { name: 'commitment_id', nullable: true }) commitmentId!: string | null;
  @Column('uuid', { name: 'grant_line_id' }) grantLineId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') supplier!: string;
  @Column('text', { name: 'invoice_number' }) invoiceNumber!: string;
  @Column('date', { name: 'invoice_date' }) invoiceDate!: string;
  /** When what was paid for was delivered; its year bears the cost. */
  @Column('date', { name: 'cost_date' }) costDate!: string;
  /** Whole cents; negative for a credit note. */
  @Column('bigint', { name: 'amount_cents' }) amountCents!: string;
  @Column('text', { name: 'vat_treatment' }) vatTreatment!: VatTreatment;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  /** The invoice that a credit note takes back, and why; null for an invoice. */
  @Column('uuid', { name: 'invoice_id', nullable: true }) invoiceId!: string | null;
  @Column('text', { nullable: true }) reason!: CreditReason | null;
  /** What the supplier sent; null for what was typed in. */
  @Column('uuid', { name: 'received_invoice_id', nullable: true }) receivedInvoiceId!: string | null;
}

/** One booking on a budget; never changed, only countered. */
@Entity('ledger_entry')
export class LedgerEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'grant_line_id' }) grantLineId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId!: string | null;
  /** What it adds to, takes from or spends; null for a cost that nothing was reserved for. */
  @Column('uuid', { name: 'commitment_id', nullable: true }) commitmentId!: string | null;
  @Column('text') kind!: LedgerKind;
  /** Whole cents; negative releases what was booked before. */
  @Column('bigint', { name: 'amount_cents' }) amountCents!: string;
  @Column('date', { name: 'booked_on' }) bookedOn!: string;
  /** In which year it counts, and over which closed year it is a correction then. */
  @Column('integer') year!: number;
  @Column('integer', { name: 'corrects_year', nullable: true }) correctsYear!: number | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('text', { name: 'source_type' }) sourceType!: LedgerSource;
  @Column('uuid', { name: 'source_id' }) sourceId!: string;
  @Column('text') description!: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: string | null;
}
