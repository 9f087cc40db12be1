import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a session of a course costs from a day on; apart from the course because only coordinator and finance may see it. */
@Entity('course_price')
export class CoursePrice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Local date; null is from the beginning. */
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  /** Whole cents; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'price_cents' }) priceCents!: string;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('text') source!: string;
}
