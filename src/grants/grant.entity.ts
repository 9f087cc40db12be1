import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CourseLevel } from '../courses/course-level.rules.js';
import type { LinePayer } from './award.rules.js';

/** One award of versterkingsgelden, for one year or for several. `isDemo` marks an amount that no source tells. */
@Entity('grant_award')
export class GrantAward {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text', { name: 'decision_number' }) decisionNumber!: string;
  @Column('text') title!: string;
  @Column('uuid', { name: 'lead_municipality_id' }) leadMunicipalityId!: string;
  @Column('integer', { name: 'first_year' }) firstYear!: number;
  @Column('integer', { name: 'last_year' }) lastYear!: number;
  /** Whole cents; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'amount_cents' }) amountCents!: string;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('text') source!: string;
}

/** What part of a grant is meant for in one of its years; a line with a course level pays the sessions of that level. */
@Entity('grant_line')
export class GrantLine {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'grant_id' }) grantId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('integer') year!: number;
  @Column('text') code!: string;
  @Column('text') title!: string;
  /** The grant, or the municipalities themselves as they promised. */
  @Column('text', { name: 'paid_by' }) paidBy!: LinePayer;
  /** What of the decision it is for; null for what municipalities pay themselves. */
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId!: string | null;
  @Column('text', { name: 'course_level', nullable: true }) courseLevel!: CourseLevel | null;
}

/** What one municipality may spend on one line. */
@Entity('grant_line_budget')
export class GrantLineBudget {
  @PrimaryColumn('uuid', { name: 'grant_line_id' }) grantLineId!: string;
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('bigint', { name: 'amount_cents' }) amountCents!: string;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('text') source!: string;
}

/** How many trainings (not seats) of a course one municipality may have from a grant in one of its years. */
@Entity('allotment')
export class Allotment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'grant_id' }) grantId!: string;
  @Column('integer') year!: number;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('integer') trainings!: number;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('text') source!: string;
}
