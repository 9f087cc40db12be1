import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mark } from './attendance.rules.js';

/** How one participant attended one part of a session. */
@Entity('attendance_mark')
export class AttendanceMark {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('uuid', { name: 'part_id' }) partId!: string;
  @Column('text') mark!: Mark;
  @Column('timestamptz', { name: 'marked_at' }) markedAt!: Date;
  @Column('uuid', { name: 'marked_by' }) markedBy!: string;
}
