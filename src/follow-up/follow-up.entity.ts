import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Everyone trained in a window, invited to one follow-up day; launched once per session. */
@Entity('follow_up_campaign')
export class FollowUpCampaign {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('date', { name: 'trained_from' }) trainedFrom!: string;
  @Column('date', { name: 'trained_until' }) trainedUntil!: string;
  @Column('timestamptz', { name: 'launched_at' }) launchedAt!: Date;
}
