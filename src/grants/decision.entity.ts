import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecisionKind } from './decision.rules.js';

/** What awarded a grant that was applied for, or changed an award, budgets or allotments since; never changed itself. */
@Entity('grant_decision')
export class GrantDecision {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'grant_id' }) grantId!: string;
  @Column('text') kind!: DecisionKind;
  /** By which those who decided know it. */
  @Column('text') reference!: string;
  @Column('date', { name: 'decided_on' }) decidedOn!: string;
  @Column('text') reason!: string;
  /** Whole cents; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'award_change_cents' }) awardChangeCents!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: string;
}
