import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Approval, Audience } from './course-access.rules.js';
import type { CourseLevel, EntryLevel } from './course-level.rules.js';

/** A type of training in the catalogue of a region. */
@Entity('course')
export class Course {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('text') level!: CourseLevel;
  /** Length in day parts: a whole day is two. */
  @Column('integer', { name: 'day_parts' }) dayParts!: number;
  @Column('integer', { name: 'min_participants' }) minParticipants!: number;
  @Column('integer', { name: 'max_participants' }) maxParticipants!: number;
  /** How long a certificate stays valid; null for always. */
  @Column('integer', { name: 'validity_months', nullable: true }) validityMonths!: number | null;
  @Column('uuid', { name: 'provider_id' }) providerId!: string;
  /** The share of the parts one must attend for a certificate, 1 to 100. */
  @Column('integer', { name: 'required_attendance_percentage' }) requiredAttendancePercentage!: number;
  /** Numbers of the parts that must be attended whatever the share; the first is 1. */
  @Column('integer', { name: 'mandatory_parts', array: true }) mandatoryParts!: readonly number[];
  /** Whether a certificate is given only after a follow-up day. */
  @Column('boolean', { name: 'requires_follow_up' }) requiresFollowUp!: boolean;
  /** Whether the numbers of participants and the validity are invented for the example. */
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  /** Where it is told that this training exists. */
  @Column('text') source!: string;
  /** Who enrols needs a valid certificate of this level or higher; null for none. */
  @Column('text', { name: 'entry_level', nullable: true }) entryLevel!: EntryLevel | null;
  @Column('text') approval!: Approval;
  @Column('text') audience!: Audience;
  /** Whom the course is meant for only, in words; null for no restriction. */
  @Column('text', { name: 'restricted_audience', nullable: true }) restrictedAudience!: string | null;
  /** Whether a person may hold or await a place in only one session of this course at a time. */
  @Column('boolean', { name: 'once_per_course' }) oncePerCourse!: boolean;
  /** How many days before the first day it is decided whether a session goes ahead. */
  @Column('integer', { name: 'decide_days' }) decideDays!: number;
  /** Where participants say what they thought of it, on a page of the region's own; null for nowhere. */
  @Column('text', { name: 'evaluation_url', nullable: true }) evaluationUrl!: string | null;
  /** Whether new sessions may be planned; those that were planned go on. */
  @Column('boolean', { name: 'is_active' }) isActive!: boolean;
  /** Goes up with every change, also of its functions and its price. */
  @Column('integer') version!: number;
}

/** A function that a course is meant for; a course without any is meant for everyone. */
@Entity('course_function')
export class CourseFunction {
  @PrimaryColumn('uuid', { name: 'course_id' }) courseId!: string;
  @PrimaryColumn('uuid', { name: 'function_id' }) functionId!: string;
}
