import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageStatus, WithdrawnReason } from '../../shared/message-status.js';

/** A mail, written before it is sent and kept after: what went to whom, why, and what became of it. */
@Entity('message')
export class Message {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('uuid', { name: 'professional_id', nullable: true }) professionalId!: string | null;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId!: string | null;
  /** Of the newest news about an enrolment only the last is sent; see `Postbox`. */
  @Column('uuid', { name: 'enrolment_id', nullable: true }) enrolmentId!: string | null;
  /** The mail that this one sends again. */
  @Column('uuid', { name: 'repeats_message_id', nullable: true }) repeatsMessageId!: string | null;
  /** What stands in its return address; the database makes it. */
  @Column({ type: 'uuid', name: 'return_token', insert: false }) returnToken!: string;
  @Column('text') key!: string;
  @Column('text') reason!: string;
  @Column('text') template!: string;
  /** The versions of the region's and the municipality's own words in it; null for none of theirs. */
  @Column('integer', { name: 'region_wording_version', nullable: true }) regionWordingVersion!: number | null;
  @Column('integer', { name: 'municipality_wording_version', nullable: true })
  municipalityWordingVersion!: number | null;
  @Column('text') locale!: string;
  @Column('text', { name: 'to_name' }) toName!: string;
  @Column('text', { name: 'to_address' }) toAddress!: string;
  @Column('text') subject!: string;
  @Column('text', { name: 'text_body' }) textBody!: string;
  @Column('text', { name: 'html_body' }) htmlBody!: string;
  /** The text holds a link that signs someone in; it is not kept once the mail has left. */
  @Column('boolean', { name: 'holds_secret' }) holdsSecret!: boolean;
  @Column('text', { name: 'calendar_method', nullable: true }) calendarMethod!: 'REQUEST' | 'CANCEL' | null;
  @Column('text', { name: 'calendar_file', nullable: true }) calendarFile!: string | null;
  @Column('text') status!: MessageStatus;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason!: WithdrawnReason | null;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'next_attempt_at' }) nextAttemptAt!: Date;
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) claimedAt!: Date | null;
  @Column('text', { name: 'provider_answer', nullable: true }) providerAnswer!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
