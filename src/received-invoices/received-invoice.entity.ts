import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VatTreatment } from '../courses/vat.rules.js';
import type { ReceivedDocument, SetAsideReason } from './received-document.rules.js';

/** A file with invoices, as it came. */
@Entity('received_file')
export class ReceivedFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text', { name: 'media_type' }) mediaType!: 'application/xml' | 'text/csv';
  @Column('bytea') content!: Buffer;
  @Column('text') sha256!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  @Column('uuid', { name: 'received_by' }) receivedBy!: string | null;
}

/** An invoice or credit note that waits to be booked, was booked, or was set aside. */
@Entity('received_invoice')
export class ReceivedInvoice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'file_id' }) fileId!: string;
  @Column('text') kind!: ReceivedDocument['kind'];
  @Column('text') supplier!: string;
  @Column('text', { name: 'invoice_number' }) invoiceNumber!: string;
  @Column('date', { name: 'invoice_date' }) invoiceDate!: string;
  /** Whole cents; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'amount_cents' }) amountCents!: string;
  @Column('text', { name: 'vat_treatment', nullable: true }) vatTreatment!: VatTreatment | null;
  @Column('date', { name: 'delivered_on', nullable: true }) deliveredOn!: string | null;
  @Column('text') about!: string;
  @Column('text', { nullable: true }) credits!: string | null;
  @Column('timestamptz', { name: 'set_aside_at', nullable: true }) setAsideAt!: Date | null;
  @Column('uuid', { name: 'set_aside_by', nullable: true }) setAsideBy!: string | null;
  @Column('text', { name: 'set_aside_reason', nullable: true }) setAsideReason!: SetAsideReason | null;
}
