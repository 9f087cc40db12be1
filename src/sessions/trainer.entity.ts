import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who gives trainings for a provider. */
@Entity('trainer')
export class Trainer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') provider!: string;
}
