import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One job that follows one fact; the queue only wakes a worker for it. */
@Entity('job')
export class JobRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('jsonb') payload!: object;
  @Column('text') status!: 'waiting' | 'done' | 'failed';
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'run_at' }) runAt!: Date;
  @Column('timestamptz', { name: 'woken_at', nullable: true }) wokenAt!: Date | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
}
