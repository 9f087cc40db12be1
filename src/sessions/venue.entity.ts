import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place where sessions are held. */
@Entity('venue')
export class Venue {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'region_id' }) regionId!: string;
  @Column('uuid', { name: 'municipality_id' }) municipalityId!: string;
  @Column('text') name!: string;
  @Column('text') address!: string;
  /** How many people fit in. */
  @Column('integer') capacity!: number;
  /** How one gets in and around with a wheelchair, a guide dog or poor hearing. */
  @Column('text') accessibility!: string;
}
