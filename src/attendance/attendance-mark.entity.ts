import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mark } from './attendance.rules.js';

/** How one participant attended one part of a session. */
@Entity('attendance_mark')
export class AttendanceMark {
  @PrimaryColumn('uuid', { name: 'enrolment_id' }) enrolmentId!: string;
  @PrimaryColumn('uuid', { name: 'part_id' }) partId!: string;
  @Column('text') mark!: Mark;
  /** How many someone came late or left early; null when that is not known or not so. */
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('timestamptz', { name: 'marked_at' }) markedAt!: Date;
  @Column('uuid', { name: 'marked_by' }) markedBy!: string;
}
