import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LinePayer } from '../grants/award.rules.js';

/** What a region asks of the state for one year or for several. */
@Entity('grant_application')
export class GrantApplication {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** By which the applicant knows it. */
  @Column('text') reference!: string;
  @Column('text') title!: string;
  @Column('uuid', { name: 'lead_municipality_id' }) leadMunicipalityId!: string;
  @Column('integer', { name: 'first_year' }) firstYear!: number;
  @Column('integer', { name: 'last_year' }) lastYear!: number;
  /** Goes up with every change, those of its lines included. */
  @Column('integer') version!: number;
  /** Local date; null for a draft. */
  @Column('date', { name: 'submitted_on', nullable: true }) submittedOn!: string | null;
  @Column('date', { name: 'refused_on', nullable: true }) refusedOn!: string | null;
  /** What was awarded on it. */
  @Column('uuid', { name: 'grant_id', nullable: true }) grantId!: string | null;
}

/** One line: trainings of a course at a price each, or amounts for something else. */
@Entity('application_line')
export class ApplicationLine {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('integer') year!: number;
  @Column('text') title!: string;
  @Column('uuid', { name: 'course_id', nullable: true }) courseId!: string | null;
  /** Whole cents for one training; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'price_cents', nullable: true }) priceCents!: string | null;
  @Column('text', { name: 'paid_by' }) paidBy!: LinePayer;
  /** Whether the price is an example. */
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
}

/** What a line asks for one municipality. */
@Entity('application_share')
export class ApplicationShare {
  @PrimaryColumn('uuid', { name: 'line_id' }) lineId!: string;
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('integer', { nullable: true }) trainings!: number | null;
  @Column('bigint', { name: 'amount_cents' }) amountCents!: string;
  /** Whether the number or the amount is an example. */
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
}
