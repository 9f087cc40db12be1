import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a session of a course usually costs; apart from the course because only coordinator and finance may see it. */
@Entity('course_price')
export class CoursePrice {
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Whole cents; PostgreSQL's bigint arrives as text. */
  @Column('bigint', { name: 'price_cents' }) priceCents!: string;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('text') source!: string;
}
