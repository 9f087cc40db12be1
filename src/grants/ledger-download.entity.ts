import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../shared/locale.js';
import type { LedgerFormat } from './ledger.rules.js';

/** A download of the ledger that was made whole; never changed. */
@Entity('ledger_download')
export class LedgerDownload {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('uuid', { name: 'made_by' }) madeBy!: string | null;
  @Column('text') format!: LedgerFormat;
  @Column('text') locale!: Locale;
  @Column('jsonb') filter!: Readonly<Record<string, unknown>>;
  /** The last booking that was there; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'up_to' }) upTo!: string;
  @Column('integer') bookings!: number;
  /** Of how the file was made. */
  @Column('integer') layout!: number;
  @Column('text') sha256!: string;
}
