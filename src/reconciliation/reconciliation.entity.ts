import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMapping } from './column-mapping.rules.js';

/** A file of the financial administration, held against our bookings of one year. */
@Entity('reconciliation')
export class Reconciliation {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Null, with the mapping, until someone said which column holds what. */
  @Column('integer', { nullable: true }) year!: number | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('bytea') content!: Buffer;
  @Column('text') sha256!: string;
  @Column('jsonb', { nullable: true }) mapping!: ColumnMapping | null;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy!: string | null;
}
