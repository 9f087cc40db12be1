import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportKindName } from './import-kind-names.rules.js';

/** A file that was imported, or was looked at and waits to be; the very bytes that were looked at are applied. */
@Entity('import_file')
export class ImportFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') kind!: ImportKindName;
  @Column('text', { name: 'file_name' }) fileName!: string;
  /** Null once applied. */
  @Column('bytea', { nullable: true }) content!: Buffer | null;
  @Column('text') sha256!: string;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
  /** Null when the file came by the command. */
  @Column('uuid', { name: 'uploaded_by', nullable: true }) uploadedBy!: string | null;
  @Column('timestamptz', { name: 'applied_at', nullable: true }) appliedAt!: Date | null;
  @Column('integer', { name: 'rows_added', nullable: true }) rowsAdded!: number | null;
  @Column('integer', { name: 'rows_changed', nullable: true }) rowsChanged!: number | null;
  @Column('integer', { name: 'rows_same', nullable: true }) rowsSame!: number | null;
}
