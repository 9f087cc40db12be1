import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SchoolArea } from './school-area.rules.js';

/** A holiday of the schools in one part of the country; both days included. */
@Entity('school_holiday')
export class SchoolHoliday {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  /** '2026-2027' */
  @Column('text', { name: 'school_year' }) schoolYear!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'school_area' }) schoolArea!: SchoolArea;
  @Column('date', { name: 'first_date' }) firstDate!: string;
  @Column('date', { name: 'last_date' }) lastDate!: string;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('text') source!: string;
}
