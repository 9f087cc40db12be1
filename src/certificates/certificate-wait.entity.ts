import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who attended enough of a session and gets its certificate after a follow-up day. */
@Entity('certificate_wait')
export class CertificateWait {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'professional_id' }) professionalId!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('text') level!: string;
  /** The local date on which it was decided. */
  @Column('date') since!: string;
}
