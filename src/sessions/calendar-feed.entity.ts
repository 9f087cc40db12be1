import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * An address at which calendar programs read sessions: the own ones of a professional, those of a trainer, of
 * a municipality or in a room, or all of the region. Shown once; only the hash of its token is kept.
 */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Who made it; it ends with the account. */
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('uuid', { name: 'professional_id', nullable: true }) professionalId!: string | null;
  @Column('uuid', { name: 'trainer_id', nullable: true }) trainerId!: string | null;
  @Column('uuid', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('uuid', { name: 'room_id', nullable: true }) roomId!: string | null;
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
