import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../shared/locale.js';
import type { RevocationReason } from './certificate.rules.js';

/**
 * A certificate as it was issued. Names, titles and dates are copies: what changes later in the register does not
 * change what someone has in hand.
 */
@Entity('certificate')
export class Certificate {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'professional_id' }) professionalId!: string;
  /** Of the seat that it was earned with; null for one from elsewhere, and for its renewals. */
  @Column('uuid', { name: 'enrolment_id', nullable: true }) enrolmentId!: string | null;
  @Column('uuid', { name: 'course_id', nullable: true }) courseId!: string | null;
  @Column('text') number!: string;
  @Column('text', { name: 'professional_name' }) professionalName!: string;
  @Column('text', { name: 'course_title' }) courseTitle!: string;
  @Column('text') level!: string;
  @Column('text', { name: 'municipality_name' }) municipalityName!: string;
  @Column('text', { name: 'region_name' }) regionName!: string;
  @Column('date', { array: true }) dates!: string[];
  @Column('text') locale!: Locale;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('date', { name: 'issued_on' }) issuedOn!: string;
  /** The last local date on which it is valid; null for always. */
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  /** Every word on the PDF, by the names of CertificateDocument; null for one from elsewhere. */
  @Column('jsonb', { nullable: true }) document!: object | null;
  /** How it looks; null for the look of the platform. */
  @Column('uuid', { name: 'look_id', nullable: true }) lookId!: string | null;
  /** Of the PDF, in hexadecimal. */
  @Column('text', { nullable: true }) sha256!: string | null;
  /** The file as it was issued; null for an older one that is made from its words. */
  @Column('bytea', { nullable: true, select: false }) pdf!: Buffer | null;
  /** Who tells that it was given elsewhere; null for one of ours. */
  @Column('text', { nullable: true }) source!: string | null;
  /** The number that it has there. */
  @Column('text', { name: 'earlier_number', nullable: true }) earlierNumber!: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('text', { name: 'revocation_reason', nullable: true }) revocationReason!:
    RevocationReason | 'replaced' | null;
  /** The earlier certificate that this one stands in for. */
  @Column('uuid', { name: 'replaces_id', nullable: true }) replacesId!: string | null;
  /** The local date of the follow-up day that renewed it; null for one that was not renewed. */
  @Column('date', { name: 'renewed_on', nullable: true }) renewedOn!: string | null;
  /** The seat on that day. */
  @Column('uuid', { name: 'renewed_by', nullable: true }) renewedBy!: string | null;
}
