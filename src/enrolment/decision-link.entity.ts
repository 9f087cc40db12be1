import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link in a mail with which someone decides about an enrolment without signing in. */
@Entity('decision_link')
export class DecisionLink {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  /** The contact of the municipality who is asked; null when it is the professional, or the contact of the organisation. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: string | null;
  @Column('boolean', { name: 'asks_organisation' }) asksOrganisation!: boolean;
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
