import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryLevel } from '../courses/course-level.rules.js';

/** A training elsewhere, or experience, that counts as a certificate of a level. */
@Entity('recognition')
export class Recognition {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'professional_id' }) professionalId!: string;
  @Column('text') level!: EntryLevel;
  /** What it rests on, such as 'opleiding bij de politieacademie, 2025'; null once that was kept long enough. */
  @Column('text', { nullable: true }) basis!: string | null;
  /** The last local day on which it counts; null when it counts always. */
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
}
