import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session that was made for those who asked for its course: they are invited when it opens, once. */
@Entity('demand_answer')
export class DemandAnswer {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  /** When the invitations had all been written; null until then. */
  @Column('timestamptz', { name: 'invited_at', nullable: true }) invitedAt!: Date | null;
}
