import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who gives trainings and sends the invoice. */
@Entity('provider')
export class Provider {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('text') name!: string;
  /** Whether the register of the CRKBO names it. */
  @Column('boolean') crkbo!: boolean;
  /** Where that is told, such as the day on which the register was looked at. */
  @Column('text') source!: string;
  /** Goes up with every change. */
  @Column('integer') version!: number;
}
