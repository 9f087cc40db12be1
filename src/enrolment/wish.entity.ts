import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What someone wishes in one session; goes when the enrolment ends, and some days after the session. */
@Entity('enrolment_wish')
export class EnrolmentWish {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('text', { nullable: true }) dietary!: string | null;
  @Column('text', { nullable: true }) accessibility!: string | null;
}
