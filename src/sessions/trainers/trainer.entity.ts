import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Weekday } from './trainer-times.rules.js';

/** Someone who gives trainings for a provider. */
@Entity('trainer')
export class Trainer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('uuid', { name: 'provider_id' }) providerId!: string;
  /** From when on it is not booked any more; null while it is in use. */
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  /** Goes up with every change, also of the courses and the hours. */
  @Column('integer') version!: number;
}

/** A course that a trainer can give; a trainer without any can give all of them. */
@Entity('trainer_skill')
export class TrainerSkill {
  @PrimaryColumn('uuid', { name: 'trainer_id' }) trainerId!: string;
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId!: string;
}

/** When a trainer works on a weekday, in local time; a trainer without any works at all times. */
@Entity('trainer_hours')
export class TrainerHours {
  @PrimaryColumn('uuid', { name: 'trainer_id' }) trainerId!: string;
  @PrimaryColumn('integer') weekday!: Weekday;
  @Column('time', { name: 'start_time' }) startTime!: string;
  @Column('time', { name: 'end_time' }) endTime!: string;
}

/** From a local date and time until another; the database lets no session be planned in it, nor it over a session. */
@Entity('trainer_absence')
export class TrainerAbsence {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'trainer_id' }) trainerId!: string;
  @Column('date', { name: 'first_date' }) firstDate!: string;
  /** Null for the whole day. */
  @Column('time', { name: 'start_time', nullable: true }) startTime!: string | null;
  @Column('date', { name: 'last_date' }) lastDate!: string;
  @Column('time', { name: 'end_time', nullable: true }) endTime!: string | null;
  @Column('tstzrange') during!: string;
}
