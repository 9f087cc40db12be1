import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many professionals a municipality had trained in a year before this platform knew, with who tells it. */
@Entity('training_history')
export class TrainingHistory {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('integer') year!: number;
  @Column('integer', { name: 'professionals_trained' }) professionalsTrained!: number;
  @Column('text') source!: string;
}
