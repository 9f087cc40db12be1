import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Moment } from './question.rules.js';

/** What is asked of participants of a course at one moment. */
@Entity('questionnaire')
export class Questionnaire {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('text') moment!: Moment;
  /** In the order in which they are asked. */
  @Column('text', { name: 'question_keys', array: true }) questionKeys!: string[];
  @Column('integer', { name: 'days_before', nullable: true }) daysBefore!: number | null;
  @Column('integer', { name: 'months_after', nullable: true }) monthsAfter!: number | null;
  /** Moments from then on are asked about; null for not asked. */
  @Column('timestamptz', { name: 'asked_from', nullable: true }) askedFrom!: Date | null;
  /** Goes up with every change. */
  @Column('integer') version!: number;
}

/** What was written in answer to an open question, apart from all else that was answered. */
@Entity('evaluation_comment')
export class EvaluationComment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'course_id' }) courseId!: string;
  @Column('text') moment!: Moment;
  @Column('text', { name: 'question_key' }) questionKey!: string;
  @Column('text') text!: string;
  @Column('boolean', { name: 'is_counted' }) isCounted!: boolean;
}
