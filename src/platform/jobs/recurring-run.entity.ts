import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the last run of a recurring job ended. */
@Entity('recurring_run')
export class RecurringRun {
  @PrimaryColumn('text') name!: string;
  @Column('timestamptz', { name: 'ended_at' }) endedAt!: Date;
  /** Null when it went well. */
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
}
