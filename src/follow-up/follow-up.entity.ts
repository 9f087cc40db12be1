import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Refusal } from './follow-up.rules.js';

/** Everyone trained in a window, invited once each to one or more follow-up days; an empty list of ids means all. */
@Entity('follow_up_campaign')
export class FollowUpCampaign {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') title!: string;
  @Column('date', { name: 'trained_from' }) trainedFrom!: string;
  @Column('date', { name: 'trained_until' }) trainedUntil!: string;
  @Column('uuid', { name: 'course_ids', array: true }) courseIds!: readonly string[];
  @Column('text', { array: true }) levels!: readonly string[];
  @Column('uuid', { name: 'municipality_ids', array: true }) municipalityIds!: readonly string[];
  @Column('uuid', { name: 'function_ids', array: true }) functionIds!: readonly string[];
  @Column('uuid', { name: 'organisation_ids', array: true }) organisationIds!: readonly string[];
  /** Working days from an invitation to its reminder; null for none. */
  @Column('integer', { name: 'remind_days', nullable: true }) remindDays!: number | null;
  @Column('timestamptz', { name: 'launched_at' }) launchedAt!: Date;
  @Column('uuid', { name: 'launched_by', nullable: true }) launchedBy!: string | null;
  /** From then on no invitations and reminders go. */
  @Column('timestamptz', { name: 'stopped_at', nullable: true }) stoppedAt!: Date | null;
}

/** Someone who is invited, or will be, by a campaign; whether they come is told by their enrolment. */
@Entity('follow_up_invitation')
export class FollowUpInvitation {
  @PrimaryColumn('uuid', { name: 'campaign_id' }) campaignId!: string;
  @PrimaryColumn('uuid', { name: 'professional_id' }) professionalId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  /** Null for whom there is no turn before the last day. */
  @Column('integer', { nullable: true }) wave!: number | null;
  @Column('timestamptz', { name: 'invited_at', nullable: true }) invitedAt!: Date | null;
  @Column('timestamptz', { name: 'remind_at', nullable: true }) remindAt!: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('text', { nullable: true }) answer!: Refusal | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  /** Who left, and instead of whom this person is invited. */
  @Column('uuid', { name: 'instead_of', nullable: true }) insteadOf!: string | null;
}
