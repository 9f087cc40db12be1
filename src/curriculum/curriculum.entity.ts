import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntryLevel } from '../courses/course-level.rules.js';

/** That a municipality has a curriculum; its requirements stand apart. */
@Entity('curriculum')
export class Curriculum {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** Goes up with every change of a requirement. */
  @Column('integer') version!: number;
}

/** The level that a municipality asks of everyone with a function. */
@Entity('curriculum_requirement')
export class CurriculumRequirement {
  @PrimaryColumn('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @PrimaryColumn('uuid', { name: 'function_id' }) functionId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') level!: EntryLevel;
  /** Who advises it; null where the municipality chose it itself. */
  @Column('text', { nullable: true }) source!: string | null;
}
