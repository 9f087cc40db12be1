import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a decision lets a grant pay, with the days (local dates) on which a cost must have been made for it. */
@Entity('grant_activity')
export class GrantActivity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'grant_id' }) grantId!: string;
  @Column('text') code!: string;
  @Column('text') title!: string;
  @Column('date', { name: 'first_day' }) firstDay!: string;
  @Column('date', { name: 'last_day' }) lastDay!: string;
  /** Made of a line because nobody had told yet what the decision names. */
  @Column('boolean', { name: 'is_assumed' }) isAssumed!: boolean;
  /** Counted by the database. */
  @Column({ type: 'integer', insert: false, update: false }) version!: number;
}
