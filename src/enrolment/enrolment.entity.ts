import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EndReason, EnrolmentStatus } from './enrolment-status.rules.js';

/** A professional's place or wait in one session. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'professional_id' }) professionalId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') status!: EnrolmentStatus;
  @Column('integer', { name: 'waiting_number', nullable: true }) waitingNumber!: number | null;
  @Column('timestamptz', { name: 'enrolled_at' }) enrolledAt!: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: EndReason | null;
  @Column('timestamptz', { name: 'offer_expires_at', nullable: true }) offerExpiresAt!: Date | null;
  /** Why a coordinator let someone in without the level that the course asks for. */
  @Column('text', { name: 'entry_override_reason', nullable: true }) entryOverrideReason!: string | null;
  /** Given by a coordinator although the session was full. */
  @Column('boolean', { name: 'above_capacity' }) aboveCapacity!: boolean;
}
