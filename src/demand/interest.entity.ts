import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why interest ended: the person took it back, or has a seat. */
export type InterestEnd = 'withdrawn' | 'seated';

/** A professional who wants to hear when there is a date for a course; one that is open per person and course. */
@Entity('interest')
export class Interest {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('uuid', { name: 'professional_id' }) professionalId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: InterestEnd | null;
}
