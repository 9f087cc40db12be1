import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question to organisations: how many people per function need which courses. */
@Entity('needs_poll')
export class NeedsPoll {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') title!: string;
  /** The last local day on which organisations can answer. */
  @Column('date', { name: 'closes_on' }) closesOn!: string;
  /** The last local day on which its numbers count as demand. */
  @Column('date', { name: 'counts_until' }) countsUntil!: string;
  /** When who did not answer gets a reminder; null for none. */
  @Column('timestamptz', { name: 'remind_at', nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date;
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy!: string | null;
}

/** An organisation that is asked. */
@Entity('needs_poll_organisation')
export class NeedsPollOrganisation {
  @PrimaryColumn('uuid', { name: 'poll_id' }) pollId!: string;
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('timestamptz', { name: 'mailed_at', nullable: true }) mailedAt!: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
}

/** The link in a letter, with which an organisation answers without signing in. */
@Entity('needs_poll_link')
export class NeedsPollLink {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'poll_id' }) pollId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
